package io.github.unitscope.experiments.correspond;

import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.experiments.options.ModelOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.options.ShownImages;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.numerics.MemoryNeed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.occlude.Correspondence;
import io.github.unitscope.visualize.occlude.Correspondence.Distances;
import io.github.unitscope.visualize.occlude.Correspondence.Place;
import io.github.unitscope.visualize.occlude.Fill;
import io.github.unitscope.visualize.occlude.Occluder;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code correspond}: whether covering the same part of several images changes the same units. */
public final class Correspond implements Command {
  /** In several lists of them; a place takes no more. */
  private static final int BYTES_OF_A_DISTANCE = 32;

  @ParametersDelegate private final ModelOptions model = new ModelOptions();
  @ParametersDelegate private final CorrespondenceOptions options = new CorrespondenceOptions();
  @ParametersDelegate private final ImageOptions images = new ImageOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(
      List<String> layers,
      List<Integer> images,
      Map<String, List<Place>> parts,
      int square,
      int random,
      ImageOptions.Part shown) {}

  @Override
  public String name() {
    return "correspond";
  }

  @Override
  public String summary() {
    return "measure whether a layer recognizes the same part in different images";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "correspond --model runs/mobilenet --photographs FOLDER --parts parts.csv",
        "correspond --model runs/mobilenet --photographs FOLDER --parts parts.csv --layers 3,6,11",
        "correspond --model runs/mobilenet --photographs FOLDER --parts parts.csv --random 100");
  }

  @Override
  public void run(Terminal terminal) {
    int threads = run.threads();
    int random = options.random();
    StoredModel loaded = images.resized(model.read());
    Network network = loaded.network();
    List<Layer> layers = options.layers(network);
    Occluder occluder = options.occluder(network.inputShape());
    ShownImages shown = images.load(network, loaded.data(), terminal);
    PartsFile parts = options.parts(shown.images().size(), network.inputShape());
    Settings settings =
        new Settings(
            layers.stream().map(Layer::name).toList(),
            parts.images(),
            parts.parts(),
            occluder.side(),
            random,
            shown.part());
    Inputs inputs =
        Inputs.of(name(), settings, run.seedValue())
            .withData(shown.dataset())
            .withFile(CorrespondenceOptions.PARTS, parts.sha256())
            .withModel(loaded.source());
    try (RunFolder folder = run.create(name(), inputs);
        Workers workers = new Workers(threads)) {
      float[][] pixels = parts.images().stream().map(shown::pixels).toArray(float[][]::new);
      Correspondence correspondence = new Correspondence(network, occluder, Fill.GREY, workers);
      Correspondences found = compare(correspondence, layers, parts, pixels, random);
      folder.writeArrays("results.npz", found.arrays());
      folder.writeText("correspondence.csv", found.table());
      draw(folder, found, correspondence, pixels, shown, loaded);
      folder.commit();
      int number = 0;
      for (String part : parts.parts().keySet()) {
        terminal.say("%s: %s", part, found.describe(number++));
      }
      terminal.say("random places: %s", found.describe(-1));
      terminal.say("figure: %s", folder.target().resolve("correspond.png"));
    }
  }

  private Correspondences compare(
      Correspondence correspondence,
      List<Layer> layers,
      PartsFile parts,
      float[][] pixels,
      int random) {
    int count = parts.parts().size();
    double pairs = pixels.length * (pixels.length - 1.0) / 2;
    MemoryNeed.requireHeap(
        String.format(Locale.ROOT, "the distances of %d random draws", random),
        random * layers.size() * (pairs + pixels.length) * BYTES_OF_A_DISTANCE);
    List<List<Place>> all = new ArrayList<>(parts.parts().values());
    for (int draw = 0; draw < random; draw++) {
      all.add(randomPlaces(pixels.length, correspondence.network().inputShape(), draw));
    }
    List<List<Distances>> distances = new ArrayList<>();
    List<Distances> atRandom = new ArrayList<>();
    for (Layer layer : layers) {
      List<Distances> found = correspondence.of(layer, pixels, all);
      distances.add(found.subList(0, count));
      atRandom.add(
          new Distances(
              found.subList(count, found.size()).stream()
                  .flatMapToDouble(some -> Arrays.stream(some.distances()))
                  .toArray()));
    }
    return new Correspondences(layers, parts.images(), parts.parts(), distances, atRandom);
  }

  private List<Place> randomPlaces(int count, ImageShape shape, int draw) {
    Seed seed = run.seed().derive("correspondence").derive(draw);
    List<Place> places = new ArrayList<>();
    for (int image = 0; image < count; image++) {
      SplitMix64 random = seed.derive(image).stream();
      places.add(new Place(random.nextInt(shape.height()), random.nextInt(shape.width())));
    }
    return places;
  }

  private void draw(
      RunFolder folder,
      Correspondences found,
      Correspondence correspondence,
      float[][] pixels,
      ShownImages shown,
      StoredModel loaded) {
    List<Panel> panels = new ArrayList<>();
    ImageShape shape = correspondence.network().inputShape();
    int number = 0;
    for (Map.Entry<String, List<Place>> part : found.parts().entrySet()) {
      List<Tile> tiles = new ArrayList<>();
      for (int i = 0; i < pixels.length; i++) {
        float[] covered = new float[pixels[i].length];
        Place place = part.getValue().get(i);
        float[] square = correspondence.fill().of(pixels[i], shape);
        correspondence.occluder().coverAt(pixels[i], place.row(), place.column(), square, covered);
        tiles.add(new Tile(covered, String.valueOf(found.images().get(i)), false));
      }
      panels.add(
          new Panel(
              part.getKey(),
              found.describe(number++),
              shape,
              tiles,
              tiles.size(),
              shown.inUnitInterval() ? Scale.PICTURE : Scale.SHARED));
    }
    List<String> caption = new ArrayList<>();
    caption.add("Random places: " + found.describe(-1) + ".");
    caption.add(
        "The share of units whose activations change with different signs in two images when the"
            + " part is covered: mean and standard deviation over pairs of images (Zeiler and Fergus"
            + " 2013, table 1). It is smaller than at random places if the layer relates the parts.");
    caption.addAll(Output.caption(loaded.name(), run.seedValue(), folder));
    Output.figure(
        folder,
        "correspond.png",
        new Figure("Does a layer relate the same part in different images?", panels, 1, caption));
  }
}
