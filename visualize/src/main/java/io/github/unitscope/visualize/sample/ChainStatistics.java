package io.github.unitscope.visualize.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether several chains of one number have mixed (Vehtari, Gelman, Simpson, Carpenter, Bürkner
 * 2021, sections 3 and 4, without the rank normalization).
 */
final class ChainStatistics {
  private final double[][] halves;
  private final double within;
  private final double pooled;

  /** 1 + 2 Σ ρ_t in draws, summed as far as {@link #timeIsCutShort} says. */
  private final double autocorrelationTime;

  private final boolean timeIsCutShort;

  /**
   * @param chains [chains][draws], all equally long; each is split into halves, of an odd number of
   *     draws without the middle one
   */
  ChainStatistics(double[][] chains) {
    int length = chains[0].length / 2;
    this.halves = new double[2 * chains.length][length];
    for (int chain = 0; chain < chains.length; chain++) {
      int second = chains[chain].length - length;
      System.arraycopy(chains[chain], 0, halves[2 * chain], 0, length);
      System.arraycopy(chains[chain], second, halves[2 * chain + 1], 0, length);
    }
    double sum = 0;
    double[] means = new double[halves.length];
    for (int half = 0; half < halves.length; half++) {
      means[half] = mean(halves[half]);
      sum += variance(halves[half], means[half]);
    }
    this.within = sum / halves.length;
    double between = variance(means, mean(means));
    this.pooled = within * (length - 1) / length + between;
    List<Double> pairs = pooled == 0 ? List.of() : monotonePairs(length);
    this.autocorrelationTime = 2 * pairs.stream().mapToDouble(Double::doubleValue).sum() - 1;
    this.timeIsCutShort = pooled > 0 && pairs.size() == length / 2;
  }

  /** Counted from the first value, so that of equal values it is that value to the last bit. */
  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value - values[0];
    }
    return values[0] + sum / values.length;
  }

  private static double variance(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum / (values.length - 1);
  }

  /**
   * split-R̂ = √(var⁺ / W): 1 where the halves of all chains are alike, more where they are not. 1
   * if nothing varies at all, infinite if only the halves differ.
   */
  double rhat() {
    return pooled == 0 ? 1 : Math.sqrt(pooled / within);
  }

  /**
   * The effective sample size: how many independent draws know the mean as well. At most the number
   * of draws, which it is too if nothing varies.
   */
  double effectiveSamples() {
    int draws = halves.length * halves[0].length;
    return pooled == 0 ? draws : draws / Math.max(1, autocorrelationTime);
  }

  /**
   * Whether the autocorrelations had not died away where half a chain ends. The time then grows
   * with the length of the chains, whatever the true one is: it is a lower bound.
   */
  boolean timeIsCutShort() {
    return timeIsCutShort;
  }

  /**
   * The sums ρ_2k + ρ_(2k+1), up to where they stop being positive, and made monotone: the initial
   * monotone sequence (Geyer 1992, section 3.3).
   */
  private List<Double> monotonePairs(int length) {
    List<Double> pairs = new ArrayList<>();
    double last = Double.POSITIVE_INFINITY;
    for (int lag = 0; lag + 1 < length; lag += 2) {
      double pair = autocorrelation(lag) + autocorrelation(lag + 1);
      if (!(pair > 0)) {
        break;
      }
      last = Math.min(last, pair);
      pairs.add(last);
    }
    return pairs;
  }

  /** ρ_t = 1 − (W − mean of the chains' autocovariances) / var⁺. */
  private double autocorrelation(int lag) {
    if (lag == 0) {
      return 1;
    }
    double sum = 0;
    for (double[] half : halves) {
      sum += autocovariance(half, lag);
    }
    return 1 - (within - sum / halves.length) / pooled;
  }

  private static double autocovariance(double[] values, int lag) {
    double mean = mean(values);
    double sum = 0;
    for (int i = lag; i < values.length; i++) {
      sum += (values[i] - mean) * (values[i - lag] - mean);
    }
    return sum / (values.length - 1);
  }
}
