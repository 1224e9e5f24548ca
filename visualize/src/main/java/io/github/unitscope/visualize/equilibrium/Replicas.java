package io.github.unitscope.visualize.equilibrium;

import java.util.Arrays;

/**
 * Statistics of independent chains ("replicas") with weighted draws. As chains do not know of each
 * other, errors come from the spread over chains and need no assumption on how fast they mix.
 *
 * <p>Values are [chains × draws], chain after chain, and so are weights.
 */
final class Replicas {
  /** Sets of chains that R̂ compares. */
  private static final int SETS = 4;

  private final int chains;
  private final int draws;
  private final double[] weights;
  private final double total;

  /**
   * @param weights not negative, not all 0
   */
  Replicas(int chains, double[] weights) {
    this.chains = chains;
    this.draws = weights.length / chains;
    this.weights = weights;
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    this.total = sum;
  }

  /** Σ w x / Σ w, and its error by the delta method over chains. */
  Estimate mean(double[] values) {
    double mean = 0;
    for (int i = 0; i < values.length; i++) {
      mean += weights[i] * values[i];
    }
    mean /= total;
    double squares = 0;
    for (int chain = 0; chain < chains; chain++) {
      double part = 0;
      for (int i = chain * draws; i < (chain + 1) * draws; i++) {
        part += weights[i] * (values[i] - mean);
      }
      squares += part * part;
    }
    double perChain = total / chains;
    double error = Math.sqrt(squares / chains / (chains - 1.0)) / perChain;
    return new Estimate(mean, error);
  }

  /** The logarithm of the mean weight. */
  Estimate logMeanWeight() {
    double perChain = total / chains;
    double squares = 0;
    for (int chain = 0; chain < chains; chain++) {
      double part = -perChain;
      for (int i = chain * draws; i < (chain + 1) * draws; i++) {
        part += weights[i];
      }
      squares += part * part;
    }
    double error = Math.sqrt(squares / chains / (chains - 1.0)) / perChain;
    return new Estimate(Math.log(total / weights.length), error);
  }

  double variance(double[] values, double mean) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += weights[i] * (values[i] - mean) * (values[i] - mean);
    }
    return sum / total;
  }

  /** How many independent draws without weights know the mean as well. */
  double effectiveSize(double[] values) {
    Estimate mean = mean(values);
    double variance = variance(values, mean.value());
    return mean.error() == 0 ? weights.length : variance / (mean.error() * mean.error());
  }

  /**
   * split-R̂: √(1 + B / W), with B the variance of the means and W the mean variance of 8 groups of
   * draws, the first and the second half of four sets of chains. Groups of many short chains take
   * the place of long chains (Margossian et al. 2024).
   */
  double rhat(double[] values) {
    double[] means = new double[2 * SETS];
    double within = 0;
    for (int group = 0; group < means.length; group++) {
      means[group] = groupMean(group, values, 0, 1);
      within += groupMean(group, values, means[group], 2) / means.length;
    }
    double mean = Arrays.stream(means).average().orElseThrow();
    double between = 0;
    for (double value : means) {
      between += (value - mean) * (value - mean) / (means.length - 1);
    }
    return between == 0 ? 1 : Math.sqrt(1 + between / within);
  }

  /** The mean of (x − centre)^power over the first or second half of a set of chains. */
  private double groupMean(int group, double[] values, double centre, int power) {
    double sum = 0;
    double weight = 0;
    int half = draws / 2;
    for (int chain = group / 2 * chains / SETS; chain < (group / 2 + 1) * chains / SETS; chain++) {
      int from = chain * draws + group % 2 * half;
      for (int i = from; i < from + half; i++) {
        double difference = values[i] - centre;
        sum += weights[i] * (power == 1 ? difference : difference * difference);
        weight += weights[i];
      }
    }
    return sum / weight;
  }
}
