package io.github.unitscope.stacks.training;

import io.github.unitscope.network.message.InvalidInputException;

/** What the settings of all trainings have: epochs of batches at a learning rate that falls. */
public interface TrainingSettings {
  /** Passes over the training images, at least 1. */
  int epochs();

  /** Images a step, at least 1. */
  int batchSize();

  /** The learning rate of the first epoch, for gradients averaged over the batch. */
  double learningRate();

  /** The learning rate of the last epoch; linear in between. */
  double finalLearningRate();

  /** The learning rate of an epoch, from 0. */
  default double learningRateAt(int epoch) {
    double progress = epochs() == 1 ? 0 : (double) epoch / (epochs() - 1);
    return learningRate() + progress * (finalLearningRate() - learningRate());
  }

  /**
   * Checks what all settings have.
   *
   * @throws InvalidInputException if a value is out of its range
   */
  static void require(int epochs, int batchSize, double learningRate, double finalLearningRate) {
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(batchSize >= 1, "the batch size must be at least 1", batchSize);
    require(isPositive(learningRate), "the learning rate must be positive", learningRate);
    require(isPositive(finalLearningRate), "the learning rate must be positive", finalLearningRate);
  }

  /** Whether a value is a finite number above 0. */
  static boolean isPositive(double value) {
    return value > 0 && Double.isFinite(value);
  }

  /** Whether a value is in [0, 1). */
  static boolean isShare(double value) {
    return value >= 0 && value < 1;
  }

  /**
   * Checks a value.
   *
   * @param what has to be, for people
   * @throws InvalidInputException if it is not
   */
  static void require(boolean condition, String what, Number value) {
    if (!condition) {
      throw new InvalidInputException(what + ", not " + value);
    }
  }
}
