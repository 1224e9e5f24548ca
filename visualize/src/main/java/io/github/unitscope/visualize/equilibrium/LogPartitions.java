package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.TemperedChains;
import java.util.Arrays;

/** Estimates of log partition functions, with errors from groups of chains. */
final class LogPartitions {
  private LogPartitions() {}

  /** The estimates of groups of chains, each as if there were no others. */
  static double[] ofGroups(TemperedChains block, int chains, int group) {
    double[] parts = new double[chains / group];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = block.logPartition(i * group, (i + 1) * group);
    }
    return parts;
  }

  /** The standard error of the mean of independent values. */
  static double errorOfMean(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
    return Math.sqrt(squares / (values.length - 1.0) / values.length);
  }
}
