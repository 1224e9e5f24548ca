package io.github.unitscope.visualize.unimodal;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/**
 * The percentile bootstrap (Efron 1979): how much a summary would vary with other units of the same
 * kind.
 *
 * <p>Number {@code i} of resample {@code b} is value ⌊u·n⌋ of n, with u = {@link
 * SplitMix64#uniformAt} at (seed, b·n + i): anyone can draw the same resamples.
 */
public final class Bootstrap {
  /** How many resamples are drawn. */
  public static final int RESAMPLES = 2000;

  /** How sure an interval is. */
  public static final double CONFIDENCE = 0.95;

  private Bootstrap() {}

  /**
   * The interval of a summary.
   *
   * @param values one for every unit; NaN throughout where there are none or one is NaN
   */
  static Interval of(double[] values, Summary summary, Seed seed) {
    double estimate = summary.of(values);
    if (Double.isNaN(estimate)) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    double[] resampled = new double[RESAMPLES];
    double[] resample = new double[values.length];
    for (int b = 0; b < RESAMPLES; b++) {
      for (int i = 0; i < resample.length; i++) {
        float u = SplitMix64.uniformAt(seed.value(), (long) b * values.length + i);
        resample[i] = values[(int) ((double) u * values.length)];
      }
      resampled[b] = summary.of(resample);
    }
    double tail = (1 - CONFIDENCE) / 2;
    return new Interval(estimate, Quantiles.of(resampled, tail), Quantiles.of(resampled, 1 - tail));
  }
}
