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

  /** Whether the test images were looked at. */
  public boolean isTested() {
    return !Double.isNaN(testAccuracy);
  }
}
