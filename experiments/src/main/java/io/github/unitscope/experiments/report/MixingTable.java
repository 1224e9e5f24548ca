package io.github.unitscope.experiments.report;

import io.github.unitscope.visualize.sample.Mixing;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;

/** How well the chains of every unit have mixed, as {@code diagnostics.csv}. */
public final class MixingTable {
  private MixingTable() {}

  /** A line for every unit; a number that is not defined is left empty. */
  public static String of(List<UnitSamples> samples) {
    StringBuilder csv =
        new StringBuilder(
            "unit,autocorrelation_time,effective_samples,rhat,mean_error,greatest_error,mixed,"
                + "time_is_lower_bound\n");
    for (UnitSamples unit : samples) {
      Mixing mixing = unit.mixing();
      double sum = 0;
      double greatest = 0;
      for (float error : mixing.meanError()) {
        sum += error;
        greatest = Math.max(greatest, error);
      }
      csv.append(unit.unit());
      append(csv, mixing.autocorrelationTime());
      append(csv, mixing.effectiveSamples());
      append(csv, mixing.rhat());
      append(csv, sum / mixing.meanError().length);
      append(csv, greatest);
      csv.append(',').append(mixing.mixed());
      csv.append(',').append(mixing.timeIsLowerBound()).append('\n');
    }
    return csv.toString();
  }

  private static void append(StringBuilder csv, double number) {
    csv.append(',').append(Double.isNaN(number) ? "" : String.valueOf(number));
  }
}
