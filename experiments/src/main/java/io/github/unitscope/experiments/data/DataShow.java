package io.github.unitscope.experiments.data;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.experiments.command.Command;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.experiments.options.DataOptions;
import io.github.unitscope.experiments.options.RunOptions;
import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.provenance.Inputs;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import java.util.ArrayList;
import java.util.List;

/** {@code data show}: a picture of a dataset's first training images. */
public final class DataShow implements Command {
  @Parameter(names = "--images", description = "Number of images to show, at least 1")
  private int images = Settings.DEFAULT_IMAGES;

  @ParametersDelegate private final DataOptions data = new DataOptions();
  @ParametersDelegate private final RunOptions run = new RunOptions();

  /** Everything settled; manifests record it. */
  private record Settings(int images) {
    static final int DEFAULT_IMAGES = 100;
  }

  @Override
  public String name() {
    return "data show";
  }

  @Override
  public String summary() {
    return "draw a dataset's first training images";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "data show --data mnist",
        "data show --data leaves --patch-size 20 --whitening zca --images 64",
        "data show --photographs FOLDER --colour --images 400");
  }

  @Override
  public void run(Terminal terminal) {
    if (images < 1) {
      throw new UsageException("--images must be at least 1, not " + images);
    }
    Dataset dataset = data.load(terminal);
    List<Tile> tiles = tiles(dataset.train(), Math.min(images, dataset.train().size()));
    Inputs inputs =
        Inputs.of(name(), new Settings(tiles.size()), run.seedValue()).withData(dataset);
    try (RunFolder folder = run.create(name(), inputs)) {
      Panel panel =
          new Panel(
              "Training images",
              dataset.train().label(0) == ImageSet.NO_LABEL ? "" : "with their labels",
              dataset.shape(),
              tiles,
              Panel.columnsFor(tiles.size()),
              dataset.range() == ValueRange.UNIT_INTERVAL ? Scale.UNIT_INTERVAL : Scale.SHARED);
      Output.figure(folder, "images.png", new Figure(dataset.name(), List.of(panel), List.of()));
      folder.commit();
      terminal.say("figure: %s", folder.target().resolve("images.png"));
    }
  }

  private static List<Tile> tiles(ImageSet set, int count) {
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] pixels = new float[set.shape().size()];
      set.read(i, pixels);
      int label = set.label(i);
      tiles.add(new Tile(pixels, label == ImageSet.NO_LABEL ? "" : String.valueOf(label), false));
    }
    return tiles;
  }
}
