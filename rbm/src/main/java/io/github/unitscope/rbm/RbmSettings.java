package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * How a restricted Boltzmann machine is trained. Notation: Hinton, <i>A practical guide to training
 * restricted Boltzmann machines</i>, 2010.
 *
 * @param hidden how many hidden units
 * @param epochs passes over the training images
 * @param batchSize images a step
 * @param learningRate of the first epoch, for gradients averaged over the batch
 * @param finalLearningRate of the last epoch; linear in between
 * @param momentum of the first epochs
 * @param finalMomentum after {@code momentumEpochs}
 * @param momentumEpochs how many epochs keep the first momentum
 * @param weightDecay L2 penalty on the weights
 * @param gibbsSteps k of CD-k or PCD-k
 * @param persistent whether the chains go on from step to step (Tieleman 2008)
 * @param sparsityTarget the wanted mean activation of a hidden unit, in (0, 1)
 * @param sparsityCost weight of the penalty for missing it (Lee, Ekanadham, Ng 2008); 0 for none
 * @param binarize how images become states of binary visible units
 */
public record RbmSettings(
    int hidden,
    int epochs,
    int batchSize,
    double learningRate,
    double finalLearningRate,
    double momentum,
    double finalMomentum,
    int momentumEpochs,
    double weightDecay,
    int gibbsSteps,
    boolean persistent,
    double sparsityTarget,
    double sparsityCost,
    Binarization binarize) {

  /** What is used unless something else is asked for. */
  public static final RbmSettings DEFAULTS =
      new RbmSettings(
          500, 10, 100, 0.1, 0.02, 0.5, 0.9, 5, 2e-4, 1, false, 0.1, 0, Binarization.NONE);

  /**
   * What is used for Gaussian visible units: the gradients of real numbers need shorter steps, and
   * without sparsity (Lee, Ekanadham, Ng 2008) the filters of natural patches are neither local nor
   * oriented.
   */
  public static final RbmSettings GAUSSIAN_DEFAULTS =
      new RbmSettings(
          500, 20, 100, 0.02, 0.004, 0.5, 0.9, 5, 1e-3, 1, false, 0.1, 5, Binarization.NONE);

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public RbmSettings {
    require(hidden >= 1, "the number of hidden units must be at least 1", hidden);
    require(epochs >= 1, "epochs must be at least 1", epochs);
    require(batchSize >= 1, "the batch size must be at least 1", batchSize);
    require(learningRate > 0 && Double.isFinite(learningRate), POSITIVE_RATE, learningRate);
    require(
        finalLearningRate > 0 && Double.isFinite(finalLearningRate),
        POSITIVE_RATE,
        finalLearningRate);
    require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)", momentum);
    require(finalMomentum >= 0 && finalMomentum < 1, "momentum must be in [0, 1)", finalMomentum);
    require(momentumEpochs >= 0, "momentum epochs must not be negative", momentumEpochs);
    require(weightDecay >= 0 && weightDecay < 1, "weight decay must be in [0, 1)", weightDecay);
    require(gibbsSteps >= 1, "the number of Gibbs steps must be at least 1", gibbsSteps);
    require(
        sparsityTarget > 0 && sparsityTarget < 1,
        "the sparsity target must be in (0, 1)",
        sparsityTarget);
    require(
        sparsityCost >= 0 && Double.isFinite(sparsityCost),
        "the sparsity cost must not be negative",
        sparsityCost);
  }

  private static final String POSITIVE_RATE = "the learning rate must be a positive number";

  private static void require(boolean condition, String what, Number value) {
    if (!condition) {
      throw new InvalidInputException(what + ", not " + value);
    }
  }

  /** The same settings for another number of hidden units. */
  public RbmSettings withHidden(int units) {
    return with(units, binarize);
  }

  /** The same settings with images made binary in another way. */
  public RbmSettings withBinarize(Binarization binarization) {
    return with(hidden, binarization);
  }

  private RbmSettings with(int units, Binarization binarization) {
    return new RbmSettings(
        units,
        epochs,
        batchSize,
        learningRate,
        finalLearningRate,
        momentum,
        finalMomentum,
        momentumEpochs,
        weightDecay,
        gibbsSteps,
        persistent,
        sparsityTarget,
        sparsityCost,
        binarization);
  }

  /** The learning rate of an epoch, from 0. */
  double learningRateAt(int epoch) {
    double progress = epochs == 1 ? 0 : (double) epoch / (epochs - 1);
    return learningRate + progress * (finalLearningRate - learningRate);
  }

  /** The momentum of an epoch, from 0. */
  double momentumAt(int epoch) {
    return epoch < momentumEpochs ? momentum : finalMomentum;
  }
}
