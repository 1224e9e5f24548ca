package io.github.unitscope.experiments.gallery;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.visualize.dataexamples.DataExamples;
import io.github.unitscope.visualize.dataexamples.Example;
import io.github.unitscope.visualize.dataexamples.UnitExamples;
import io.github.unitscope.visualize.diagnose.LayerActivity;
import io.github.unitscope.visualize.diagnose.ValueDistribution;
import io.github.unitscope.visualize.diagnose.ValueDistributions;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the data do to the units of a layer. The value of a channel for an image is what is
 * maximized: the mean over places, or the neuron that was chosen.
 */
final class DataViews {
  /** Passes over the images: one for examples, two for each distribution. */
  private static final int PASSES = 3;

  private final LayerWork work;
  private final LayerResults results;
  private final ShownImages images;
  private final ChannelReduction reading;
  private final List<Integer> subjects;

  DataViews(LayerWork work, LayerResults results) {
    this.work = work;
    this.results = results;
    this.images = work.subject().images();
    Layer layer = work.choice().layer();
    Integer place = work.choice().place();
    boolean whole = layer.places() > 1 && place == null;
    this.reading = whole ? ChannelReduction.CHANNEL_MEAN : ChannelReduction.UNIT;
    this.subjects =
        place == null
            ? work.units()
            : work.units().stream().map(channel -> channel * layer.places() + place).toList();
  }

  void make() {
    boolean same = work.settings().quantity() == Quantity.ACTIVATION;
    int size = images.images().size();
    String task = "showing images, layer " + work.choice().layer().title();
    try (Terminal.Progress progress =
        work.terminal().progress(task, (long) (same ? PASSES : PASSES + 2) * size)) {
      List<UnitExamples> examples = find(progress);
      List<ValueDistribution> activations = distribution(Quantity.ACTIVATION, size, progress);
      List<ValueDistribution> values =
          same
              ? activations
              : distribution(work.settings().quantity(), (long) PASSES * size, progress);
      draw(examples);
      describe(activations, values);
      if (reading == ChannelReduction.CHANNEL_MEAN) {
        describePlaces();
      }
    }
  }

  private List<UnitExamples> find(Terminal.Progress progress) {
    return DataExamples.find(
        work.network(),
        work.layer(),
        subjects,
        images.images(),
        work.settings().exampleSettings(reading),
        work.seed(),
        work.workers(),
        progress::at);
  }

  private List<ValueDistribution> distribution(
      Quantity quantity, long before, Terminal.Progress progress) {
    return ValueDistributions.of(
        work.network(),
        new Readout(work.layer(), quantity),
        reading,
        subjects,
        images.images(),
        GallerySettings.BINS,
        work.subject().on(),
        work.workers(),
        shown -> progress.at(before + shown));
  }

  /** Every image that is an example of any unit is in the sheet once. */
  private void draw(List<UnitExamples> units) {
    Map<Integer, Integer> tiles = new TreeMap<>();
    units.stream()
        .flatMap(unit -> Stream.of(unit.maximum(), unit.minimum(), unit.along()))
        .flatMap(List::stream)
        .forEach(example -> tiles.put(example.image(), 0));
    int tile = 0;
    for (Map.Entry<Integer, Integer> entry : tiles.entrySet()) {
      entry.setValue(tile++);
    }
    String name = String.format(Locale.ROOT, "layer-%d-examples", work.layer());
    SheetWriter writer =
        new SheetWriter(
            work.folder(), name, images.images().shape(), tiles.size(), work.settings().tile());
    tiles.keySet().forEach(image -> writer.add(images.pixels(image), work.subject().shown()));
    Sheet sheet = writer.sheet();
    results.put(ViewKind.TOP, view(sheet, units, tiles, UnitExamples::maximum));
    results.put(ViewKind.BOTTOM, view(sheet, units, tiles, UnitExamples::minimum));
    results.put(ViewKind.RANGE, view(sheet, units, tiles, UnitExamples::along));
  }

  private View view(
      Sheet sheet,
      List<UnitExamples> units,
      Map<Integer, Integer> tiles,
      Function<UnitExamples, List<Example>> group) {
    List<int[]> tileRows = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    List<int[]> indices = new ArrayList<>();
    List<Integer[]> labels = new ArrayList<>();
    List<String[]> captions = new ArrayList<>();
    for (UnitExamples unit : units) {
      List<Example> examples = group.apply(unit);
      tileRows.add(examples.stream().mapToInt(example -> tiles.get(example.image())).toArray());
      values.add(examples.stream().mapToDouble(Example::value).toArray());
      indices.add(examples.stream().mapToInt(Example::image).toArray());
      labels.add(examples.stream().map(e -> label(e.image())).toArray(Integer[]::new));
      captions.add(examples.stream().map(e -> images.name(e.image())).toArray(String[]::new));
    }
    boolean named = captions.stream().flatMap(Stream::of).anyMatch(text -> !text.isEmpty());
    return new View(
        sheet,
        null,
        tileRows.toArray(int[][]::new),
        values.toArray(double[][]::new),
        indices.toArray(int[][]::new),
        labels.toArray(Integer[][]::new),
        named ? captions.toArray(String[][]::new) : null);
  }

  private Integer label(int image) {
    int label = images.images().label(image);
    return label == ImageSet.NO_LABEL ? null : label;
  }

  /** The mean of a rectified channel is above zero for nearly every image: its places tell more. */
  private void describePlaces() {
    LayerActivity activity =
        LayerActivity.of(
                work.network(),
                List.of(work.choice().layer()),
                images.images(),
                work.workers(),
                shown -> {})
            .get(0);
    for (int i = 0; i < subjects.size(); i++) {
      results.columns.set(Statistic.SPARSITY, i, activity.onShare()[subjects.get(i)]);
    }
  }

  private void describe(List<ValueDistribution> activations, List<ValueDistribution> values) {
    Columns columns = results.columns;
    for (int i = 0; i < subjects.size(); i++) {
      ValueDistribution activation = activations.get(i);
      columns.set(Statistic.DATA_MEAN, i, activation.mean());
      columns.set(Statistic.DATA_DEVIATION, i, activation.deviation());
      columns.set(Statistic.DATA_MAX, i, activation.greatest());
      columns.set(Statistic.DATA_MIN, i, activation.least());
      columns.set(Statistic.SKEWNESS, i, activation.skewness());
      columns.set(Statistic.SPARSITY, i, activation.onShare());
      ValueDistribution value = values.get(i);
      columns.set(Statistic.DATA_VALUE_MAX, i, value.greatest());
      double over = columns.get(Statistic.BEST_VALUE, i) - value.greatest();
      double inDeviations = value.deviation() > 0 ? over / value.deviation() : Double.NaN;
      columns.set(Statistic.OVER_DATA, i, inDeviations);
    }
    results.histograms =
        new LayerPage.Histograms(
            activations.stream().mapToDouble(ValueDistribution::least).toArray(),
            activations.stream().mapToDouble(ValueDistribution::greatest).toArray(),
            activations.stream().map(ValueDistribution::counts).toArray(int[][]::new),
            "activation",
            results.marks);
  }
}
