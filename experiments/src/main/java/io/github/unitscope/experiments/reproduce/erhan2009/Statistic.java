package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.visualize.unimodal.Interval;
import java.util.Arrays;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * What is said about the units of a layer. Neither interval needs random numbers, so that both can
 * be computed again anywhere.
 */
public enum Statistic {
  /** The share of ones among zeros and ones, with its 95 % interval (Wilson 1927). */
  SHARE {
    @Override
    Interval of(double[] values) {
      int ones = (int) Arrays.stream(values).filter(value -> value == 1).count();
      ConfidenceInterval interval =
          new WilsonScoreInterval().createInterval(values.length, ones, CONFIDENCE);
      return new Interval(
          (double) ones / values.length,
          Math.max(0, interval.getLowerBound()),
          Math.min(1, interval.getUpperBound()));
    }
  },
  /**
   * The median, with a 95 % interval of order statistics: from the k-th smallest to the k-th
   * greatest value, where k is the greatest number for which at least k of n values lie below the
   * median with a probability of 0.975 or more. With fewer than six values it is their range, and
   * covers less.
   */
  MEDIAN {
    @Override
    Interval of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      int below =
          new BinomialDistribution(values.length, 0.5)
              .inverseCumulativeProbability((1 - CONFIDENCE) / 2);
      int k = Math.max(1, below);
      return new Interval(
          StatUtils.percentile(sorted, 50), sorted[k - 1], sorted[sorted.length - k]);
    }
  };

  private static final double CONFIDENCE = 0.95;

  /**
   * The estimate.
   *
   * @param values finite, at least one
   */
  abstract Interval of(double[] values);
}
