package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.rbm.Binarization;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.VisibleUnits;
import java.util.List;

/** Options of training restricted Boltzmann machines. */
public final class RbmOptions {
  private static final RbmSettings DEFAULTS = RbmSettings.DEFAULTS;

  /** Of the last to the first learning rate, where only the first is given. */
  private static final double RATE_RATIO = DEFAULTS.finalLearningRate() / DEFAULTS.learningRate();

  @Parameter(names = "--layers", description = "Hidden units of every layer, the lowest first")
  private List<Integer> layers = List.of(500, 500, 500);

  @Parameter(names = "--epochs", description = "Passes over the images for every layer")
  private int epochs = DEFAULTS.epochs();

  @Parameter(names = "--batch", description = "Images a step")
  private int batch = DEFAULTS.batchSize();

  @Parameter(names = "--rate", description = "Learning rate of the first epoch")
  private double rate = DEFAULTS.learningRate();

  @Parameter(
      names = "--final-rate",
      description = "Learning rate of the last epoch, linear in between; by default a fifth")
  private Double finalRate;

  @Parameter(names = "--momentum", description = "Momentum of the first epochs")
  private double momentum = DEFAULTS.momentum();

  @Parameter(names = "--final-momentum", description = "Momentum after them")
  private double finalMomentum = DEFAULTS.finalMomentum();

  @Parameter(names = "--momentum-epochs", description = "Epochs with the first momentum")
  private int momentumEpochs = DEFAULTS.momentumEpochs();

  @Parameter(names = "--weight-decay", description = "L2 penalty on the weights")
  private double weightDecay = DEFAULTS.weightDecay();

  @Parameter(names = "--cd", description = "Gibbs steps for every gradient: k of CD-k or PCD-k")
  private int gibbsSteps = DEFAULTS.gibbsSteps();

  @Parameter(names = "--persistent", description = "Persistent contrastive divergence")
  private boolean persistent = DEFAULTS.persistent();

  @Parameter(names = "--sparsity", description = "Wanted mean activation of a hidden unit")
  private double sparsity = DEFAULTS.sparsityTarget();

  @Parameter(names = "--sparsity-cost", description = "Weight of missing it; 0 for no sparsity")
  private double sparsityCost = DEFAULTS.sparsityCost();

  @Parameter(
      names = "--binarize",
      description = "Pixels as states of binary units: none (as probabilities), threshold, sample")
  private Binarization binarize = DEFAULTS.binarize();

  @Parameter(names = "--first-epochs", description = "--epochs of the first layer" + OTHERWISE)
  private Integer firstEpochs;

  @Parameter(names = "--first-rate", description = "--rate of the first layer" + OTHERWISE)
  private Double firstRate;

  @Parameter(
      names = "--first-weight-decay",
      description = "--weight-decay of the first layer" + OTHERWISE)
  private Double firstWeightDecay;

  @Parameter(names = "--first-sparsity", description = "--sparsity of the first layer" + OTHERWISE)
  private Double firstSparsity;

  @Parameter(
      names = "--first-sparsity-cost",
      description = "--sparsity-cost of the first layer" + OTHERWISE)
  private Double firstSparsityCost;

  /** Pixels in [0, 1] are much like hidden units; real-valued ones are not. */
  static final String OTHERWISE =
      "; by default the same where pixels are in [0, 1], and what suits real numbers otherwise";

  /**
   * The settings.
   *
   * @param range of the pixels: Gaussian visible units for real numbers
   * @throws UsageException if an option is out of its range
   */
  public DbnSettings settings(ValueRange range) {
    return UsageException.check(
        () -> {
          boolean real = range == ValueRange.CENTRED;
          RbmSettings upper = upper();
          RbmSettings first = first(real ? RbmSettings.GAUSSIAN_DEFAULTS : upper);
          VisibleUnits units = real ? VisibleUnits.GAUSSIAN : VisibleUnits.BERNOULLI;
          return new DbnSettings(layers, units, first, upper);
        });
  }

  private RbmSettings upper() {
    return new RbmSettings(
        layers.get(0),
        epochs,
        batch,
        rate,
        finalRate == null ? RATE_RATIO * rate : finalRate,
        momentum,
        finalMomentum,
        momentumEpochs,
        weightDecay,
        gibbsSteps,
        persistent,
        sparsity,
        sparsityCost,
        binarize);
  }

  private RbmSettings first(RbmSettings otherwise) {
    return new RbmSettings(
        layers.get(0),
        firstEpochs == null ? otherwise.epochs() : firstEpochs,
        batch,
        firstRate == null ? otherwise.learningRate() : firstRate,
        firstRate == null ? otherwise.finalLearningRate() : RATE_RATIO * firstRate,
        momentum,
        finalMomentum,
        momentumEpochs,
        firstWeightDecay == null ? otherwise.weightDecay() : firstWeightDecay,
        gibbsSteps,
        persistent,
        firstSparsity == null ? otherwise.sparsityTarget() : firstSparsity,
        firstSparsityCost == null ? otherwise.sparsityCost() : firstSparsityCost,
        binarize);
  }
}
