package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.select.UnitResponses;
import io.github.unitscope.visualize.unimodal.UnitModality;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The best image of every unit, all its restarts, their statistics, and the ascent to the best. The
 * ascents are those of {@code maximize} and {@code unimodality}, to the bit.
 */
final class MaximizedViews {
  /** Points of a curve at most. */
  private static final int POINTS = 40;

  private final LayerWork work;
  private final LayerResults results;
  private final int restarts;
  private final SheetWriter bestSheet;
  private final SheetWriter restartSheet;
  private final double[][] bestValues;
  private final double[][] restartValues;
  private final double[] activations;
  private final double[][] curves;
  private final int[][] curveSteps;

  /**
   * @param keepsBest whether the best images stay in memory
   */
  MaximizedViews(LayerWork work, LayerResults results, boolean keepsBest) {
    this.work = work;
    this.results = results;
    this.restarts = work.settings().restarts();
    UnitModality.requireMemory(restarts, work.network().inputShape().size());
    int units = work.units().size();
    int large = 2 * work.settings().tile();
    this.bestSheet = work.sheet(ViewKind.MAXIMIZED, work.network().inputShape(), 1, large);
    this.restartSheet = work.sheet(ViewKind.RESTARTS, restarts);
    this.bestValues = new double[units][1];
    this.restartValues = new double[units][restarts];
    this.activations = new double[units];
    this.curves = new double[units][];
    this.curveSteps = new int[units][];
    results.best = keepsBest ? new float[units][] : null;
  }

  void make() {
    List<Integer> units = work.units();
    // A start and an image for every restart.
    int atOnce = work.unitsAtOnce(2 * restarts);
    String task = "maximizing, layer " + work.choice().layer().title();
    try (Terminal.Progress progress =
        work.terminal().progress(task, (long) units.size() * restarts)) {
      for (int from = 0; from < units.size(); from += atOnce) {
        List<Integer> some = units.subList(from, Math.min(units.size(), from + atOnce));
        long before = (long) from * restarts;
        take(from, find(some, found -> progress.at(before + found)));
      }
    }
    results.put(ViewKind.MAXIMIZED, View.of(bestSheet.sheet(), 1, bestValues));
    results.put(ViewKind.RESTARTS, View.of(restartSheet.sheet(), restarts, restartValues));
    results.mark(ViewKind.MAXIMIZED, activations);
    results.curves = new LayerPage.Curves(curves, curveSteps, work.quantity());
  }

  private List<UnitMaxima> find(List<Integer> units, LongConsumer found) {
    GallerySettings settings = work.settings();
    MaximizationPlan plan =
        MaximizationPlan.ofUnits(
            work.choice(),
            units,
            restarts,
            settings.quantity(),
            settings.specification(),
            work.seed());
    return plan.run(work.network(), work.workers(), found).maxima();
  }

  private void take(int from, List<UnitMaxima> maxima) {
    UnitModality[] modalities = new UnitModality[maxima.size()];
    work.workers().forEachShard(modalities.length, i -> modalities[i] = modality(maxima.get(i)));
    float[][] best = maxima.stream().map(unit -> unit.best().image()).toArray(float[][]::new);
    List<Integer> units = maxima.stream().map(UnitMaxima::unit).toList();
    UnitResponses responses = work.responses(units, best);
    for (int i = 0; i < maxima.size(); i++) {
      draw(from + i, maxima.get(i));
      count(from + i, maxima.get(i).best(), modalities[i]);
      activations[from + i] = responses.activations()[i];
      results.columns.set(Statistic.BEST_ACTIVATION, from + i, responses.activations()[i]);
      curve(from + i, maxima.get(i).best().history());
      if (results.best != null) {
        results.best[from + i] = best[i];
      }
    }
  }

  private UnitModality modality(UnitMaxima unit) {
    float[][] images = unit.restarts().stream().map(Maximum::image).toArray(float[][]::new);
    double[] values = unit.restarts().stream().mapToDouble(Maximum::value).toArray();
    boolean[] settled = new boolean[values.length];
    for (int i = 0; i < settled.length; i++) {
      settled[i] = unit.restarts().get(i).reason().isSettled();
    }
    return UnitModality.of(unit.unit(), images, values, settled, work.settings().threshold());
  }

  private void draw(int position, UnitMaxima unit) {
    Scale scale = work.subject().maximized();
    bestSheet.add(unit.best().image(), scale);
    bestValues[position][0] = unit.best().value();
    List<Maximum> descending =
        unit.restarts().stream()
            .sorted(Comparator.comparingDouble(MaximizedViews::descending))
            .toList();
    for (int i = 0; i < restarts; i++) {
      restartSheet.add(descending.get(i).image(), scale);
      restartValues[position][i] = descending.get(i).value();
    }
  }

  /** NaN last. */
  private static double descending(Maximum maximum) {
    return Double.isNaN(maximum.value()) ? Double.MAX_VALUE : -maximum.value();
  }

  private void count(int position, Maximum best, UnitModality modality) {
    Columns columns = results.columns;
    columns.set(Statistic.BEST_VALUE, position, best.value());
    columns.set(Statistic.SETTLED, position, (double) modality.settled() / modality.restarts());
    if (restarts > 1) {
      columns.set(Statistic.OPTIMA, position, modality.optima());
      columns.set(Statistic.RESTART_COSINE, position, modality.cosinesToBest()[3]);
      columns.set(Statistic.LEAST_COSINE, position, modality.cosinesToBest()[0]);
      columns.set(Statistic.LARGEST_SHARE, position, modality.largestShare());
      columns.set(Statistic.MEDIAN_GAP, position, modality.medianGap());
    }
  }

  /** The first and the last point, and others evenly between them. */
  private void curve(int position, double[] history) {
    int points = Math.min(POINTS, history.length);
    curves[position] = new double[points];
    curveSteps[position] = new int[points];
    for (int i = 0; i < points; i++) {
      int step = points == 1 ? 0 : (int) Math.round(i * (history.length - 1.0) / (points - 1));
      curveSteps[position][i] = step;
      curves[position][i] = history[step];
    }
  }
}
