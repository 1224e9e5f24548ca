package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.command.ArgumentList;
import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.provenance.Versions;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a gallery, layer by layer: {@code index.html}, the scripts with its data, the sprite
 * sheets, {@code results.npz} and {@code times.csv}.
 */
public final class GalleryMaker {
  private final Subject subject;
  private final GallerySettings settings;
  private final long seed;
  private final List<IndexPage.LayerEntry> layers = new ArrayList<>();
  private final Set<Statistic> statistics = EnumSet.noneOf(Statistic.class);
  private final Set<String> views = new TreeSet<>();
  private final Times times = new Times();
  private final Map<String, NpyArray> arrays = new LinkedHashMap<>();

  /**
   * @param seed the root seed
   * @throws InvalidInputException if the network's images are no pictures
   */
  public GalleryMaker(Subject subject, GallerySettings settings, long seed) {
    int channels = subject.network().inputShape().channels();
    if (channels != 1 && channels != 3) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a gallery shows grey or coloured images, but this network takes %d channels",
              channels));
    }
    this.subject = subject;
    this.settings = settings;
    this.seed = seed;
  }

  /** Makes everything but the manifest. */
  public void make(RunFolder folder, Workers workers, Terminal terminal) {
    boolean keepsBest = GalleryArrays.holdsImages(subject.network(), settings);
    for (LayerUnits units : settings.layers()) {
      Layer layer = subject.network().layer(units.layer());
      LayerWork work =
          new LayerWork(
              subject,
              settings,
              new UnitSelector(layer, units.place()),
              units.units(),
              Seed.root(seed),
              folder,
              workers,
              terminal);
      LayerResults results = look(work, keepsBest);
      write(work, results);
      arrays.putAll(GalleryArrays.of(work, results, keepsBest));
    }
    folder.writeText("data/gallery.js", Script.call("unitscope.gallery", index(folder)));
    folder.writeText("index.html", PageText.with(title()));
    folder.writeArrays("results.npz", arrays);
    folder.writeText(RunFolder.TIMES, times.csv());
  }

  private LayerResults look(LayerWork work, boolean keepsBest) {
    LayerResults results = new LayerResults(work.units().size());
    boolean connected = subject.network() instanceof FullyConnected;
    int layer = work.layer();
    times.take(layer, "maximize", new MaximizedViews(work, results, keepsBest || connected)::make);
    if (settings.sampling() != null) {
      times.take(layer, "sample", new SampledViews(work, results)::make);
    }
    times.take(layer, "combine", new WeightViews(work, results)::make);
    times.take(layer, "examples", new DataViews(work, results)::make);
    return results;
  }

  private void write(LayerWork work, LayerResults results) {
    Layer layer = work.choice().layer();
    String file = String.format(Locale.ROOT, "data/layer-%d.js", layer.index());
    LayerPage page =
        new LayerPage(
            layer.index(),
            work.units().stream().mapToInt(Integer::intValue).toArray(),
            results.columns.byKey(),
            results.views,
            results.histograms,
            results.curves);
    work.folder().writeText(file, Script.call("unitscope.layer", page));
    String title = layer.title().equals(String.valueOf(layer.index())) ? "layer " : "";
    layers.add(
        new IndexPage.LayerEntry(
            layer.index(), title + layer.title(), work.units().size(), file, layer.places()));
    statistics.addAll(results.columns.statistics());
    views.addAll(results.views.keySet());
  }

  private IndexPage index(RunFolder folder) {
    ImageShape image = subject.network().inputShape();
    String on = subject.on() > 0 ? "1/2" : "0";
    ViewTexts texts = new ViewTexts(subject, settings);
    List<ViewKind.Text> viewTexts = new ArrayList<>();
    for (ViewKind view : ViewKind.values()) {
      if (views.contains(view.key())) {
        viewTexts.add(view.text(texts.of(view)));
      }
    }
    return new IndexPage(
        IndexPage.FORMAT,
        title(),
        subject.model(),
        new IndexPage.Run(
            folder.identity(), "gallery", seed, Versions.ofUnitscope(), placelessArguments(folder)),
        image.channels(),
        new IndexPage.Size(image.width(), image.height()),
        layers,
        statistics.stream().map(statistic -> statistic.text(on)).toList(),
        viewTexts);
  }

  private String title() {
    Subject.Model model = subject.model();
    String data = model.data().isEmpty() ? "" : ", trained on " + model.data();
    return String.format(
        Locale.ROOT, "%s: %s, %s%s", model.name(), model.kind(), model.layers(), data);
  }

  /** The page is the same bytes wherever it is made, and by however many threads. */
  private List<String> placelessArguments(RunFolder folder) {
    return new ArgumentList(folder.arguments())
        .without("--threads")
        .without("--data-dir")
        .with("--model", subject.model().name())
        .words();
  }
}
