package io.github.unitscope.benchmarks;

import java.util.List;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * What several rounds gave.
 *
 * @param median of the rounds
 * @param lowerQuartile a quarter of them is below
 * @param upperQuartile a quarter of them is above
 */
public record Distribution(double median, double lowerQuartile, double upperQuartile) {
  private static final double QUARTER = 25;

  /**
   * Quantiles are linear between order statistics.
   *
   * @throws IllegalArgumentException if there are no values
   */
  static Distribution of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no values");
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(values.stream().mapToDouble(Double::doubleValue).toArray());
    return new Distribution(
        percentile.evaluate(2 * QUARTER),
        percentile.evaluate(QUARTER),
        percentile.evaluate(3 * QUARTER));
  }
}
