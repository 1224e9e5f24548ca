package io.github.unitscope.experiments.train;

import com.beust.jcommander.Parameter;
import io.github.unitscope.autoencoder.AutoencoderSettings;
import io.github.unitscope.autoencoder.Corruption;
import io.github.unitscope.autoencoder.Noise;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.SdaeSettings;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.experiments.command.UsageException;
import java.util.ArrayList;
import java.util.List;

/** Options of training stacked denoising autoencoders. */
public final class AutoencoderOptions {
  private static final AutoencoderSettings DEFAULTS = AutoencoderSettings.DEFAULTS;
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

  @Parameter(names = "--momentum", description = "Momentum of the steps")
  private double momentum = DEFAULTS.momentum();

  @Parameter(names = "--weight-decay", description = "L2 penalty on the weights")
  private double weightDecay = DEFAULTS.weightDecay();

  @Parameter(
      names = "--noise",
      description = "Corruption: none, masking, salt_and_pepper or, for real numbers, gaussian")
  private Noise noise = DEFAULTS.corruption().noise();

  @Parameter(
      names = "--level",
      description = "Share of corrupted values, one for all layers or one for each, as 0.1,0.2,0.3")
  private List<Double> levels = List.of(DEFAULTS.corruption().level());

  @Parameter(names = "--sparsity", description = "Wanted mean activation of a hidden unit")
  private double sparsity = DEFAULTS.sparsityTarget();

  @Parameter(names = "--sparsity-cost", description = "Weight of missing it; 0 for no sparsity")
  private double sparsityCost = DEFAULTS.sparsityCost();

  @Parameter(
      names = "--first-epochs",
      description = "--epochs of the first layer" + RbmOptions.OTHERWISE)
  private Integer firstEpochs;

  @Parameter(
      names = "--first-rate",
      description = "--rate of the first layer" + RbmOptions.OTHERWISE)
  private Double firstRate;

  @Parameter(
      names = "--first-noise",
      description = "--noise of the first layer" + RbmOptions.OTHERWISE)
  private Noise firstNoise;

  @Parameter(
      names = "--first-level",
      description = "--level of the first layer" + RbmOptions.OTHERWISE)
  private Double firstLevel;

  @Parameter(
      names = "--salt",
      description = "Salt and pepper of real-valued pixels are this and minus this")
  private double salt = 2;

  @Parameter(
      names = "--first-weight-decay",
      description = "--weight-decay of the first layer" + RbmOptions.OTHERWISE)
  private Double firstWeightDecay;

  @Parameter(
      names = "--first-sparsity",
      description = "--sparsity of the first layer" + RbmOptions.OTHERWISE)
  private Double firstSparsity;

  @Parameter(
      names = "--first-sparsity-cost",
      description = "--sparsity-cost of the first layer" + RbmOptions.OTHERWISE)
  private Double firstSparsityCost;

  /**
   * The settings.
   *
   * @param range of the pixels: linear reconstruction and squared error for real numbers
   * @throws UsageException if an option is out of its range
   */
  public SdaeSettings settings(ValueRange range) {
    // Also where no noise is of salt and pepper: the manifest records it.
    if (!(salt > 0) || Double.isInfinite(salt)) {
      throw new UsageException("--salt must be a positive number, not " + salt);
    }
    return UsageException.check(
        () -> {
          boolean real = range == ValueRange.CENTRED;
          AutoencoderSettings upper = upper();
          AutoencoderSettings first =
              first(real, real ? AutoencoderSettings.REAL_VALUED_DEFAULTS : upper);
          Reconstruction reconstruction =
              real ? Reconstruction.SQUARED_ERROR : Reconstruction.CROSS_ENTROPY;
          return new SdaeSettings(layers, levels(first), reconstruction, first, upper);
        });
  }

  private List<Double> levels(AutoencoderSettings first) {
    if (levels.size() > 1) {
      return levels;
    }
    List<Double> all = new ArrayList<>();
    for (int layer = 1; layer <= layers.size(); layer++) {
      all.add(layer == 1 ? first.corruption().level() : levels.get(0));
    }
    return all;
  }

  private AutoencoderSettings upper() {
    return new AutoencoderSettings(
        epochs,
        batch,
        rate,
        finalRate == null ? RATE_RATIO * rate : finalRate,
        momentum,
        weightDecay,
        Corruption.of(noise, levels.get(0)),
        sparsity,
        sparsityCost);
  }

  private AutoencoderSettings first(boolean real, AutoencoderSettings otherwise) {
    double level = firstLevel == null ? otherwise.corruption().level() : firstLevel;
    Noise kind = firstNoise == null ? otherwise.corruption().noise() : firstNoise;
    return new AutoencoderSettings(
        firstEpochs == null ? otherwise.epochs() : firstEpochs,
        batch,
        firstRate == null ? otherwise.learningRate() : firstRate,
        firstRate == null ? otherwise.finalLearningRate() : RATE_RATIO * firstRate,
        momentum,
        firstWeightDecay == null ? otherwise.weightDecay() : firstWeightDecay,
        new Corruption(kind, level, real ? -salt : 0, real ? salt : 1),
        firstSparsity == null ? otherwise.sparsityTarget() : firstSparsity,
        firstSparsityCost == null ? otherwise.sparsityCost() : firstSparsityCost);
  }
}
