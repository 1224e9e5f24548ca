package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.rbm.Binarization;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import java.util.List;

/** Options of training restricted Boltzmann machines. */
public final class RbmOptions {
  private static final RbmSettings DEFAULTS = RbmSettings.DEFAULTS;

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
      description = "Learning rate of the last epoch, linear in between; by default as the first")
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

  /**
   * The settings.
   *
   * @throws UsageException if an option is out of its range
   */
  public DbnSettings settings() {
    return UsageException.check(
        () ->
            new DbnSettings(
                layers,
                new RbmSettings(
                    layers.get(0),
                    epochs,
                    batch,
                    rate,
                    finalRate == null ? rate : finalRate,
                    momentum,
                    finalMomentum,
                    momentumEpochs,
                    weightDecay,
                    gibbsSteps,
                    persistent,
                    sparsity,
                    sparsityCost,
                    binarize)));
  }
}
