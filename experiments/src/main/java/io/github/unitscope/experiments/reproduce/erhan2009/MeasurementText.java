package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.visualize.unimodal.Interval;
import java.util.Locale;

/** Estimates as people read them. */
final class MeasurementText {
  private MeasurementText() {}

  /** For example {@code 97.0 % [91.5, 99.0]}. */
  private static String percent(Interval share) {
    return String.format(
        Locale.ROOT,
        "%.1f %% [%.1f, %.1f]",
        100 * share.value(),
        100 * share.low(),
        100 * share.high());
  }

  /** For example {@code 0.912 [0.900, 0.921]}. */
  private static String number(Interval estimate) {
    return String.format(
        Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.value(), estimate.low(), estimate.high());
  }

  static String of(Measurement measurement) {
    Interval estimate = measurement.estimate();
    if (Double.isNaN(estimate.value())) {
      return "not measured";
    }
    return measurement.statistic() == Statistic.SHARE ? percent(estimate) : number(estimate);
  }
}
