package io.github.unitscope.visualize.equilibrium;

import java.util.Arrays;
import java.util.Comparator;
import org.apache.commons.math3.special.Erf;

/**
 * How well chains have mixed in one number (Vehtari, Gelman, Simpson, Carpenter, Bürkner 2021).
 *
 * @param rhat rank-normalized split-R̂, the larger of that of the values and that of their
 *     distances from the median
 * @param essBulk effective sample size of the rank-normalized values
 * @param essTail the smaller of the effective sample sizes of the 5 % and the 95 % quantile
 */
public record MixingDiagnosis(double rhat, double essBulk, double essTail) {
  private static final double TAIL = 0.05;

  /** Nothing that varies. */
  static MixingDiagnosis none(int draws) {
    return new MixingDiagnosis(1, draws, draws);
  }

  /** Of weighted draws. */
  static MixingDiagnosis of(double[] values, double[] weights, int chains) {
    int[] order = order(values);
    if (values[order[0]] == values[order[order.length - 1]]) {
      return none(values.length);
    }
    Replicas replicas = new Replicas(chains, weights);
    double[] ranks = ranks(values, weights, order);
    double[] normal = new double[values.length];
    double[] low = new double[values.length];
    double[] high = new double[values.length];
    double[] distances = new double[values.length];
    double median = median(values, ranks, order);
    for (int i = 0; i < values.length; i++) {
      normal[i] = normalQuantile(ranks[i]);
      low[i] = ranks[i] <= TAIL ? 1 : 0;
      high[i] = ranks[i] >= 1 - TAIL ? 1 : 0;
      distances[i] = Math.abs(values[i] - median);
    }
    double[] folded = ranks(distances, weights, order(distances));
    for (int i = 0; i < folded.length; i++) {
      folded[i] = normalQuantile(folded[i]);
    }
    return new MixingDiagnosis(
        Math.max(replicas.rhat(normal), replicas.rhat(folded)),
        replicas.effectiveSize(normal),
        Math.min(replicas.effectiveSize(low), replicas.effectiveSize(high)));
  }

  /** The worse of both in every number. */
  MixingDiagnosis worse(MixingDiagnosis other) {
    return new MixingDiagnosis(
        Math.max(rhat, other.rhat),
        Math.min(essBulk, other.essBulk),
        Math.min(essTail, other.essTail));
  }

  private static double median(double[] values, double[] ranks, int[] order) {
    for (int place : order) {
      if (ranks[place] >= 0.5) {
        return values[place];
      }
    }
    return values[order[order.length - 1]];
  }

  private static int[] order(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> values[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** The share of the weight that lies below a value, half of its own among it; in (0, 1). */
  private static double[] ranks(double[] values, double[] weights, int[] order) {
    double total = Arrays.stream(weights).sum();
    double least = 0.5 / values.length;
    double[] ranks = new double[values.length];
    double below = 0;
    for (int first = 0; first < order.length; ) {
      int end = first;
      double tied = 0;
      while (end < order.length && values[order[end]] == values[order[first]]) {
        tied += weights[order[end++]];
      }
      double rank = (below + tied / 2) / total;
      for (int i = first; i < end; i++) {
        ranks[order[i]] = Math.max(least, Math.min(1 - least, rank));
      }
      below += tied;
      first = end;
    }
    return ranks;
  }

  private static double normalQuantile(double share) {
    return Math.sqrt(2) * Erf.erfInv(2 * share - 1);
  }
}
