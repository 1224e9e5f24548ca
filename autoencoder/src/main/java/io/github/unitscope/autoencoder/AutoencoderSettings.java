package io.github.unitscope.autoencoder;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * How a denoising autoencoder is trained: gradient descent with momentum on batches.
 *
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param learningRate of the first epoch, for gradients averaged over the batch
 * @param finalLearningRate of the last epoch; linear in between
 * @param momentum in [0, 1)
 * @param weightDecay L2 penalty on the weights
 * @param corruption of the inputs
 * @param sparsityTarget ρ, the wanted mean activation of a hidden unit, in (0, 1)
 * @param sparsityCost β of the penalty β Σ_j KL(ρ ‖ mean activation of unit j in the batch); 0 for
 *     none
 */
public record AutoencoderSettings(
    int epochs,
    int batchSize,
    double learningRate,
    double finalLearningRate,
    double momentum,
    double weightDecay,
    Corruption corruption,
    double sparsityTarget,
    double sparsityCost) {

  /** What is used for values in [0, 1] unless something else is asked for. */
  public static final AutoencoderSettings DEFAULTS =
      new AutoencoderSettings(
          10, 20, 0.2, 0.04, 0.5, 5e-4, Corruption.of(Noise.SALT_AND_PEPPER, 0.4), 0.1, 0);

  /**
   * What is used for the first layer where pixels are real numbers of about unit variance. Without
   * sparsity most filters of natural patches stay noise.
   */
  public static final AutoencoderSettings REAL_VALUED_DEFAULTS =
      new AutoencoderSettings(
          25, 20, 0.05, 0.01, 0.5, 1e-3, Corruption.of(Noise.GAUSSIAN, 1), 0.05, 1);

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public AutoencoderSettings {
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(batchSize >= 1, "the batch size must be at least 1", batchSize);
    require(isPositive(learningRate), "the learning rate must be positive", learningRate);
    require(isPositive(finalLearningRate), "the learning rate must be positive", finalLearningRate);
    require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)", momentum);
    require(weightDecay >= 0 && weightDecay < 1, "weight decay must be in [0, 1)", weightDecay);
    require(
        sparsityTarget > 0 && sparsityTarget < 1,
        "the sparsity target must be in (0, 1)",
        sparsityTarget);
    require(
        sparsityCost >= 0 && Double.isFinite(sparsityCost),
        "the sparsity cost must not be negative",
        sparsityCost);
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static void require(boolean condition, String what, Number value) {
    if (!condition) {
      throw new InvalidInputException(what + ", not " + value);
    }
  }

  /** The same settings with another corruption. */
  public AutoencoderSettings withCorruption(Corruption other) {
    return new AutoencoderSettings(
        epochs,
        batchSize,
        learningRate,
        finalLearningRate,
        momentum,
        weightDecay,
        other,
        sparsityTarget,
        sparsityCost);
  }

  /** The learning rate of an epoch, from 0. */
  double learningRateAt(int epoch) {
    double progress = epochs == 1 ? 0 : (double) epoch / (epochs - 1);
    return learningRate + progress * (finalLearningRate - learningRate);
  }
}
