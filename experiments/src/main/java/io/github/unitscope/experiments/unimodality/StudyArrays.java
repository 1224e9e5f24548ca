package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.visualize.unimodal.Interval;
import io.github.unitscope.visualize.unimodal.LayerStatistic;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;

/**
 * The arrays of {@code results.npz}; those of a layer have names like {@code
 * trained.layer2.values}. U is the number of units, R of restarts; the README documents each. The
 * images of all ascents are among them, so that every other number can be computed again.
 */
final class StudyArrays {
  private final StudyResults results;
  private final int restarts;

  StudyArrays(StudyResults results) {
    this.results = results;
    this.restarts = results.settings().restarts();
  }

  void write(NpzWriter npz) throws IOException {
    npz.add("threshold", NpyArray.of(new double[] {results.settings().threshold()}));
    npz.add("thresholds", doubles(UnitModality.THRESHOLDS));
    npz.add("quantiles", doubles(UnitModality.QUANTILES));
    for (LayerStudy study : results.layers()) {
      String prefix = String.format(Locale.ROOT, "%s.layer%d.", study.model(), study.layer());
      writeAscents(npz, prefix, study);
      writeUnits(npz, prefix, study.units());
      writeSummary(npz, prefix, study);
    }
  }

  /**
   * images [U·R, inputs], all restarts of the first unit, then of the next; values, preactivations,
   * activations, residuals [U, R] float64, steps int32, converged bool, stopReasons uint8.
   */
  private void writeAscents(NpzWriter npz, String prefix, LayerStudy study) throws IOException {
    int units = study.units().size();
    int[] shape = {units, restarts};
    List<Ascents> all =
        study.parts().stream().map(part -> results.ascents(part).withoutImages()).toList();
    npz.add(prefix + "values", joined(all, Ascents::values, shape));
    npz.add(prefix + "preactivations", joined(all, Ascents::preactivations, shape));
    npz.add(prefix + "activations", joined(all, Ascents::activations, shape));
    npz.add(prefix + "residuals", joined(all, Ascents::residuals, shape));
    int[] steps = new int[units * restarts];
    byte[] reasons = new byte[steps.length];
    boolean[] converged = new boolean[steps.length];
    int row = 0;
    for (Ascents ascents : all) {
      int count = ascents.steps().length;
      System.arraycopy(ascents.steps(), 0, steps, row, count);
      System.arraycopy(ascents.stopReasons(), 0, reasons, row, count);
      System.arraycopy(ascents.converged(), 0, converged, row, count);
      row += count;
    }
    npz.add(prefix + "steps", NpyArray.of(steps, shape));
    npz.add(prefix + "stopReasons", NpyArray.of(reasons, shape));
    npz.add(prefix + "converged", NpyArray.of(converged, shape));
    StoredImages images = new StoredImages(results, study.parts(), restarts);
    npz.addRows(prefix + "images", units * restarts, images.inputs(), images::row);
  }

  private static NpyArray joined(
      List<Ascents> all, Function<Ascents, double[]> values, int[] shape) {
    return NpyArray.of(all.stream().map(values).flatMapToDouble(Arrays::stream).toArray(), shape);
  }

  /**
   * units, optima, best [U] int32, labels [U, R] int32, optimaAt [U, thresholds] int32,
   * cosinesToBest [U, quantiles], largestShare, bestShare, medianGap, worstGap [U] float64.
   */
  private void writeUnits(NpzWriter npz, String prefix, List<UnitModality> units)
      throws IOException {
    npz.add(prefix + "units", ints(units, UnitModality::unit));
    npz.add(prefix + "labels", rowsOfInts(units, UnitModality::labels));
    npz.add(prefix + "optima", ints(units, UnitModality::optima));
    npz.add(prefix + "optimaAt", rowsOfInts(units, UnitModality::optimaAt));
    npz.add(prefix + "best", ints(units, UnitModality::best));
    npz.add(prefix + "largestShare", doubles(units, UnitModality::largestShare));
    npz.add(prefix + "bestShare", doubles(units, UnitModality::bestShare));
    double[] cosines =
        units.stream().flatMapToDouble(unit -> Arrays.stream(unit.cosinesToBest())).toArray();
    npz.add(
        prefix + "cosinesToBest",
        NpyArray.of(cosines, units.size(), UnitModality.QUANTILES.length));
    npz.add(prefix + "medianGap", doubles(units, UnitModality::medianGap));
    npz.add(prefix + "worstGap", doubles(units, UnitModality::worstGap));
  }

  /**
   * summary [statistics, 3], each with its interval in the order of the columns of {@code
   * layers.csv}; bootstrapSeed, int64.
   */
  private static void writeSummary(NpzWriter npz, String prefix, LayerStudy study)
      throws IOException {
    LayerStatistic[] statistics = LayerStatistic.values();
    double[] summary = new double[3 * statistics.length];
    for (int i = 0; i < statistics.length; i++) {
      Interval estimate = study.summary().estimates().get(statistics[i]);
      summary[3 * i] = estimate.value();
      summary[3 * i + 1] = estimate.low();
      summary[3 * i + 2] = estimate.high();
    }
    npz.add(prefix + "summary", NpyArray.of(summary, statistics.length, 3));
    npz.add(prefix + "bootstrapSeed", NpyArray.of(new long[] {study.bootstrap().value()}));
  }

  private static NpyArray doubles(double... values) {
    return NpyArray.of(values, values.length);
  }

  private static NpyArray doubles(List<UnitModality> units, ToDoubleFunction<UnitModality> value) {
    return doubles(units.stream().mapToDouble(value).toArray());
  }

  private static NpyArray ints(List<UnitModality> units, ToIntFunction<UnitModality> value) {
    return NpyArray.of(units.stream().mapToInt(value).toArray(), units.size());
  }

  private static NpyArray rowsOfInts(List<UnitModality> units, Function<UnitModality, int[]> row) {
    int[] values = units.stream().map(row).flatMapToInt(Arrays::stream).toArray();
    return NpyArray.of(values, units.size(), values.length / units.size());
  }
}
