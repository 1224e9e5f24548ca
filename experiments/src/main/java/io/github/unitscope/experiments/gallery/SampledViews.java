package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.visualize.Cosine;
import io.github.unitscope.visualize.UnitResponses;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.sample.ClampedSampler;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.Arrays;
import java.util.List;

/**
 * Samples with every unit held on, and their mean: those of {@code sample}, to the bit. The samples
 * shown are the last of different chains.
 */
final class SampledViews {
  private final LayerWork work;
  private final LayerResults results;
  private final int shown;
  private final SheetWriter meanSheet;
  private final SheetWriter sampleSheet;
  private final double[][] meanValues;
  private final double[][] sampleValues;
  private final double[] activations;

  /**
   * @param results with the best images
   */
  SampledViews(LayerWork work, LayerResults results) {
    this.work = work;
    this.results = results;
    this.shown = work.settings().samplesShown();
    int units = work.units().size();
    this.meanSheet = work.sheet(ViewKind.SAMPLE_MEAN, 1);
    this.sampleSheet = work.sheet(ViewKind.SAMPLES, shown);
    this.meanValues = new double[units][1];
    this.sampleValues = new double[units][];
    this.activations = new double[units];
  }

  void make() {
    GallerySettings settings = work.settings();
    List<Integer> units = work.units();
    ClampedSampler sampler =
        new ClampedSampler(
            work.network(), settings.sampling(), settings.criterion(), work.workers());
    int chains = settings.sampling().chains();
    int atOnce = work.unitsAtOnce(chains + 2);
    String task = "sampling, layer " + work.choice().layer().title();
    try (Terminal.Progress progress =
        work.terminal().progress(task, (long) units.size() * chains)) {
      for (int from = 0; from < units.size(); from += atOnce) {
        List<Integer> some = units.subList(from, Math.min(units.size(), from + atOnce));
        long before = (long) from * chains;
        take(
            from,
            sampler.sample(work.layer(), some, work.seed(), done -> progress.at(before + done)));
      }
    }
    results.put(ViewKind.SAMPLE_MEAN, View.of(meanSheet.sheet(), 1, meanValues));
    results.put(ViewKind.SAMPLES, View.of(sampleSheet.sheet(), shown, sampleValues));
    results.mark(ViewKind.SAMPLE_MEAN, activations);
  }

  private void take(int from, List<UnitSamples> samples) {
    Scale scale = work.subject().sampled();
    List<Integer> units = samples.stream().map(UnitSamples::unit).toList();
    UnitResponses toMeans =
        work.responses(units, samples.stream().map(UnitSamples::mean).toArray(float[][]::new));
    float[][] some =
        samples.stream()
            .flatMap(unit -> Arrays.stream(unit.samples(), 0, shown))
            .toArray(float[][]::new);
    double[] toSamples = work.values(work.responses(units, some));
    for (int i = 0; i < samples.size(); i++) {
      UnitSamples unit = samples.get(i);
      meanSheet.add(unit.mean(), scale);
      for (int k = 0; k < shown; k++) {
        sampleSheet.add(unit.samples()[k], scale);
      }
      meanValues[from + i][0] = work.values(toMeans)[i];
      activations[from + i] = toMeans.activations()[i];
      sampleValues[from + i] = Arrays.copyOfRange(toSamples, i * shown, (i + 1) * shown);
      count(from + i, unit);
    }
  }

  private void count(int position, UnitSamples unit) {
    Columns columns = results.columns;
    double cosine = Cosine.between(results.best[position], unit.mean());
    columns.set(Statistic.SAMPLE_COSINE, position, cosine);
    columns.set(Statistic.RHAT, position, unit.mixing().rhat());
    columns.set(Statistic.EFFECTIVE_SAMPLES, position, unit.mixing().effectiveSamples());
  }
}
