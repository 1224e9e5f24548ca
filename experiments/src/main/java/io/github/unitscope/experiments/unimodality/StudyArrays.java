package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.output.ArrayTable;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.provenance.FiniteResults;
import io.github.unitscope.visualize.stat.Interval;
import io.github.unitscope.visualize.unimodal.LayerStatistic;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The arrays of {@code results.npz}; those of a layer have names like {@code
 * trained.layer2.values}. U is the number of units, R of restarts; docs/files.md documents each.
 * The images of all ascents are among them, so that every other number can be computed again.
 */
final class StudyArrays {
  private final StudyResults results;
  private final int restarts;

  StudyArrays(StudyResults results) {
    this.results = results;
    this.restarts = results.settings().restarts();
  }

  void write(NpzWriter npz) throws IOException {
    add(npz, "threshold", NpyArray.of(new double[] {results.settings().threshold()}));
    add(npz, "thresholds", doubles(UnitModality.THRESHOLDS));
    add(npz, "quantiles", doubles(UnitModality.QUANTILES));
    for (LayerStudy study : results.layers()) {
      String prefix = String.format(Locale.ROOT, "%s.layer%d.", study.model(), study.layer());
      writeAscents(npz, prefix, study);
      writeUnits(npz, prefix, study.units());
      writeSummary(npz, prefix, study);
    }
  }

  /**
   * images [U·R, inputs], all restarts of the first unit, then of the next; values, preactivations,
   * activations, residuals [U, R] float64, steps int32, settled bool, stopReasons uint8.
   */
  private void writeAscents(NpzWriter npz, String prefix, LayerStudy study) throws IOException {
    int units = study.units().size();
    int[] shape = {units, restarts};
    List<Ascents> all =
        study.parts().stream().map(part -> results.ascents(part).withoutImages()).toList();
    add(npz, prefix + "values", joined(all, Ascents::values, shape));
    add(npz, prefix + "preactivations", joined(all, Ascents::preactivations, shape));
    add(npz, prefix + "activations", joined(all, Ascents::activations, shape));
    add(npz, prefix + "residuals", joined(all, Ascents::residuals, shape));
    int[] steps = new int[units * restarts];
    byte[] reasons = new byte[steps.length];
    boolean[] settled = new boolean[steps.length];
    int row = 0;
    for (Ascents ascents : all) {
      int count = ascents.steps().length;
      System.arraycopy(ascents.steps(), 0, steps, row, count);
      System.arraycopy(ascents.stopReasons(), 0, reasons, row, count);
      System.arraycopy(ascents.settled(), 0, settled, row, count);
      row += count;
    }
    add(npz, prefix + "steps", NpyArray.of(steps, shape));
    add(npz, prefix + "stopReasons", NpyArray.of(reasons, shape));
    add(npz, prefix + "settled", NpyArray.of(settled, shape));
    StoredImages images = new StoredImages(results, study.parts(), restarts);
    // Found to be finite when the parts were kept.
    npz.addRows(prefix + "images", units * restarts, images.inputs(), images::row);
  }

  private static void add(NpzWriter npz, String name, NpyArray array) throws IOException {
    FiniteResults.require(StudyResults.ARRAYS, name, array);
    npz.add(name, array);
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
    Map<String, NpyArray> arrays =
        new ArrayTable<>(prefix, units, units.size())
            .ints("units", UnitModality::unit)
            .intRows("labels", UnitModality::labels)
            .ints("optima", UnitModality::optima)
            .intRows("optimaAt", UnitModality::optimaAt)
            .ints("best", UnitModality::best)
            .doubles("largestShare", UnitModality::largestShare)
            .doubles("bestShare", UnitModality::bestShare)
            .doubleRows("cosinesToBest", UnitModality::cosinesToBest)
            .doubles("medianGap", UnitModality::medianGap)
            .doubles("worstGap", UnitModality::worstGap)
            .arrays();
    for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
      add(npz, array.getKey(), array.getValue());
    }
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
    add(npz, prefix + "summary", NpyArray.of(summary, statistics.length, 3));
    add(npz, prefix + "bootstrapSeed", NpyArray.of(new long[] {study.bootstrap().value()}));
  }

  private static NpyArray doubles(double... values) {
    return NpyArray.of(values, values.length);
  }
}
