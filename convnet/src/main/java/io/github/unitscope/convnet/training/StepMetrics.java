package io.github.unitscope.convnet.training;

/**
 * How a step went.
 *
 * @param step from 1
 * @param epoch from 1
 * @param trainLoss mean of −log p(true class) over the step's images, in nats: before the step,
 *     with dropout
 * @param trainAccuracy share of the step's images that were given their own class, in [0, 1]:
 *     before the step, with dropout
 * @param testLoss mean of −log p(true class) over the test images after the step, in nats; NaN
 *     where they were not looked at
 * @param testAccuracy share of right test images after the step, in [0, 1]; NaN where they were not
 *     looked at
 * @param seconds that the step took, without the test
 */
public record StepMetrics(
    int step,
    int epoch,
    double trainLoss,
    double trainAccuracy,
    double testLoss,
    double testAccuracy,
    double seconds) {

  /** Of no test images, both means are NaN. */
  static StepMetrics of(int step, int epoch, Outcome train, Outcome test, double seconds) {
    return new StepMetrics(
        step, epoch, train.meanLoss(), train.accuracy(), test.meanLoss(), test.accuracy(), seconds);
  }

  /** How many values {@link #values} gives. */
  static final int VALUES = 5;

  /** All that was measured, for a checkpoint; the step and the epoch are known from its place. */
  double[] values() {
    return new double[] {trainLoss, trainAccuracy, testLoss, testAccuracy, seconds};
  }

  /** The metrics with the given {@link #values}. */
  static StepMetrics of(int step, int epoch, double[] values) {
    return new StepMetrics(step, epoch, values[0], values[1], values[2], values[3], values[4]);
  }

  boolean isFinite() {
    return Double.isFinite(trainLoss)
        && Double.isFinite(trainAccuracy)
        && Double.isNaN(testLoss) == Double.isNaN(testAccuracy);
  }

  /** Whether the test images were looked at. */
  public boolean isTested() {
    return !Double.isNaN(testAccuracy);
  }
}
