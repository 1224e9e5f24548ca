package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.stat.Interval;
import java.util.Arrays;
import java.util.Locale;

/**
 * One number of a claim.
 *
 * @param claim which it belongs to
 * @param subject what it was measured on
 * @param measure in words, the same for all subjects
 * @param key of the measure in the names of arrays
 * @param statistic over the units
 * @param values a number for every unit; NaN where a unit has none
 */
public record Measurement(
    Claim claim,
    Subject subject,
    String measure,
    String key,
    Statistic statistic,
    double[] values) {

  /** The name of its array in {@code results.npz}. */
  public String array() {
    return String.format(Locale.ROOT, "%s.%s.%s", claim.letter(), subject.path(), key);
  }

  /** The array [units] float64. */
  NpyArray stored() {
    return NpyArray.of(values, values.length);
  }

  private double[] measured() {
    return Arrays.stream(values).filter(Double::isFinite).toArray();
  }

  /** How many units have a number. */
  public int units() {
    return measured().length;
  }

  /** The estimate with its 95 % interval; NaN if no unit has a number. */
  public Interval estimate() {
    double[] measured = measured();
    return measured.length == 0
        ? new Interval(Double.NaN, Double.NaN, Double.NaN)
        : statistic.of(measured);
  }

  /** The estimate for people: {@code 97.0 % [91.5, 99.0]} or {@code 0.912 [0.900, 0.921]}. */
  String text() {
    Interval estimate = estimate();
    if (Double.isNaN(estimate.value())) {
      return "not measured";
    }
    return statistic == Statistic.SHARE
        ? String.format(
            Locale.ROOT,
            "%.1f %% [%.1f, %.1f]",
            100 * estimate.value(),
            100 * estimate.low(),
            100 * estimate.high())
        : String.format(
            Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.value(), estimate.low(), estimate.high());
  }
}
