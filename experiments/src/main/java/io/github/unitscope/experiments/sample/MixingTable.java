package io.github.unitscope.experiments.sample;

import io.github.unitscope.experiments.output.CsvTable;
import io.github.unitscope.visualize.sample.Mixing;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;

/** How well the chains of every unit have mixed, as {@code diagnostics.csv}. */
public final class MixingTable {
  private MixingTable() {}

  /** A line for every unit; a number that is not defined is left empty. */
  public static String of(List<UnitSamples> samples) {
    CsvTable table =
        new CsvTable(
            "unit",
            "autocorrelation_time",
            "effective_samples",
            "rhat",
            "mean_error",
            "greatest_error",
            "mixed",
            "time_is_lower_bound");
    for (UnitSamples unit : samples) {
      Mixing mixing = unit.mixing();
      double sum = 0;
      double greatest = 0;
      for (float error : mixing.meanError()) {
        sum += error;
        greatest = Math.max(greatest, error);
      }
      table.row(
          unit.unit(),
          CsvTable.defined(mixing.autocorrelationTime()),
          CsvTable.defined(mixing.effectiveSamples()),
          CsvTable.defined(mixing.rhat()),
          CsvTable.defined(sum / mixing.meanError().length),
          CsvTable.defined(greatest),
          mixing.mixed(),
          mixing.timeIsLowerBound());
    }
    return table.toString();
  }
}
