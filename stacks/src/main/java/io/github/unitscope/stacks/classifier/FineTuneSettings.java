package io.github.unitscope.stacks.classifier;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * How a stack is fine-tuned.
 *
 * @param epochs most passes over the training images
 * @param batchSize images a step; the last images of an epoch that fill no batch wait for the next
 * @param optimizer how a gradient becomes a step
 * @param learningRate of the first epoch, for gradients averaged over the batch
 * @param finalLearningRate of the last epoch; linear in between
 * @param momentum in [0, 1); Adam's β₁
 * @param inputDropout probability that a pixel is dropped, in [0, 1)
 * @param hiddenDropout probability that a hidden unit is dropped, in [0, 1) (Srivastava et al.
 *     2014); what is kept is scaled up, so the weights need no change afterwards
 * @param weightDecay L2 penalty on the weights
 * @param maxNorm largest L2 norm of the weights that come into a unit; 0 for no limit
 * @param patience epochs without a better validation error after which training stops
 */
public record FineTuneSettings(
    int epochs,
    int batchSize,
    Optimizer optimizer,
    double learningRate,
    double finalLearningRate,
    double momentum,
    double inputDropout,
    double hiddenDropout,
    double weightDecay,
    double maxNorm,
    int patience) {

  /** What is used unless something else is asked for. */
  public static final FineTuneSettings DEFAULTS =
      new FineTuneSettings(60, 100, Optimizer.MOMENTUM, 0.3, 0.003, 0.9, 0.2, 0.5, 0, 0, 20);

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public FineTuneSettings {
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(batchSize >= 1, "the batch size must be at least 1", batchSize);
    require(isPositive(learningRate), "the learning rate must be positive", learningRate);
    require(isPositive(finalLearningRate), "the learning rate must be positive", finalLearningRate);
    require(isShare(momentum), "momentum must be in [0, 1)", momentum);
    require(isShare(inputDropout), "the dropout of the input must be in [0, 1)", inputDropout);
    require(isShare(hiddenDropout), "the dropout must be in [0, 1)", hiddenDropout);
    require(isShare(weightDecay), "weight decay must be in [0, 1)", weightDecay);
    require(maxNorm == 0 || isPositive(maxNorm), "the largest norm must not be negative", maxNorm);
    require(patience >= 1, "the patience must be at least 1 epoch", patience);
  }

  private static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  private static boolean isShare(double value) {
    return value >= 0 && value < 1;
  }

  private static void require(boolean condition, String what, Number value) {
    if (!condition) {
      throw new InvalidInputException(what + ", not " + value);
    }
  }

  /** The learning rate of an epoch, from 0. */
  double learningRateAt(int epoch) {
    double progress = epochs == 1 ? 0 : (double) epoch / (epochs - 1);
    return learningRate + progress * (finalLearningRate - learningRate);
  }
}
