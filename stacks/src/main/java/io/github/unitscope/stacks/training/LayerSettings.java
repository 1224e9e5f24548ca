package io.github.unitscope.stacks.training;

import io.github.unitscope.network.message.InvalidInputException;

/** What the settings of every layer of a stack have. */
public interface LayerSettings extends TrainingSettings {
  /** Momentum of the first epochs, in [0, 1). */
  double momentum();

  /** L2 penalty on the weights, in [0, 1). */
  double weightDecay();

  /** The wanted mean activation of a hidden unit, in (0, 1). */
  double sparsityTarget();

  /** Weight of the penalty for missing it; 0 for none. */
  double sparsityCost();

  /**
   * Checks what the settings of all layers have beside those of all trainings.
   *
   * @throws InvalidInputException if a value is out of its range
   */
  static void require(
      double momentum, double weightDecay, double sparsityTarget, double sparsityCost) {
    TrainingSettings.require(
        TrainingSettings.isShare(momentum), "momentum must be in [0, 1)", momentum);
    TrainingSettings.require(
        TrainingSettings.isShare(weightDecay), "weight decay must be in [0, 1)", weightDecay);
    TrainingSettings.require(
        sparsityTarget > 0 && sparsityTarget < 1,
        "the sparsity target must be in (0, 1)",
        sparsityTarget);
    TrainingSettings.require(
        sparsityCost >= 0 && Double.isFinite(sparsityCost),
        "the sparsity cost must not be negative",
        sparsityCost);
  }

  /**
   * Changes these settings.
   *
   * @param <B> the builder itself
   */
  interface Builder<B extends Builder<B>> {
    /** See {@link LayerSettings#epochs}. */
    B epochs(int value);

    /** See {@link LayerSettings#batchSize}. */
    B batchSize(int value);

    /** See {@link LayerSettings#learningRate}. */
    B learningRate(double value);

    /** See {@link LayerSettings#finalLearningRate}. */
    B finalLearningRate(double value);

    /** See {@link LayerSettings#momentum}. */
    B momentum(double value);

    /** See {@link LayerSettings#weightDecay}. */
    B weightDecay(double value);

    /** See {@link LayerSettings#sparsityTarget}. */
    B sparsityTarget(double value);

    /** See {@link LayerSettings#sparsityCost}. */
    B sparsityCost(double value);
  }
}
