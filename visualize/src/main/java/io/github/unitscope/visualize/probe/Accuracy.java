package io.github.unitscope.visualize.probe;

import io.github.unitscope.visualize.stat.Interval;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * How many images were told right.
 *
 * @param right of them
 * @param images at least 1
 */
public record Accuracy(int right, int images) {
  private static final double CONFIDENCE = 0.95;

  static Accuracy of(int[] predictions, int[] labels) {
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      right += predictions[i] == labels[i] ? 1 : 0;
    }
    return new Accuracy(right, labels.length);
  }

  /** The share, 0 to 1. */
  public double share() {
    return (double) right / images;
  }

  /** The share with its 95 % interval (Wilson 1927). */
  public Interval interval() {
    ConfidenceInterval interval =
        new WilsonScoreInterval().createInterval(images, right, CONFIDENCE);
    // Rounding must not leave the share outside.
    return new Interval(
        share(),
        Math.max(0, Math.min(share(), interval.getLowerBound())),
        Math.min(1, Math.max(share(), interval.getUpperBound())));
  }
}
