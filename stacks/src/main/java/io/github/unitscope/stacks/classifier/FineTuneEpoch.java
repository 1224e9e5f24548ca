package io.github.unitscope.stacks.classifier;

/**
 * How an epoch went.
 *
 * @param epoch from 1
 * @param trainLoss mean over the steps, with dropout and penalty, in nats
 * @param validationLoss mean of −log p(true class), in nats
 * @param validationError share of wrong predictions, in [0, 1]
 * @param learningRate that it had
 * @param seconds that it took
 */
public record FineTuneEpoch(
    int epoch,
    double trainLoss,
    double validationLoss,
    double validationError,
    double learningRate,
    double seconds) {

  /** Fewer validation errors, or as many and a lower loss. */
  boolean isBetterThan(FineTuneEpoch other) {
    return other == null
        || validationError < other.validationError
        || (validationError == other.validationError && validationLoss < other.validationLoss);
  }
}
