package io.github.unitscope.visualize.stat;

import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/** Quantiles as {@code numpy.quantile} computes them: linear between order statistics. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * A quantile.
   *
   * @param values in any order; not changed
   * @param share in [0, 1]: 0 the least value, 0.5 the median
   * @return NaN if there are no values or one is NaN
   */
  public static double of(double[] values, double share) {
    if (values.length == 0) {
      return Double.NaN;
    }
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      least = Math.min(least, value);
    }
    // The library leaves out NaN, and has no percentile 0.
    if (Double.isNaN(least) || share == 0) {
      return least;
    }
    return new Percentile().withEstimationType(EstimationType.R_7).evaluate(values, 100 * share);
  }
}
