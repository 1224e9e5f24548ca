package io.github.unitscope.experiments.output;

import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.FigureRenderer;
import io.github.unitscope.visualize.picture.Png;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;

/** Writes what runs leave beside tables and arrays; every picture says which run it is of. */
public final class Output {
  private static final String RUN = "unitscope:run";

  private Output() {}

  /** Draws and writes a figure. */
  public static void figure(RunFolder folder, String name, Figure figure) {
    picture(folder, name, FigureRenderer.render(figure));
  }

  /** Draws and writes a chart. */
  public static void chart(RunFolder folder, String name, Chart<?, ?> chart) {
    picture(folder, name, Charts.draw(chart));
  }

  /** Writes a PNG that names unitscope and the run. */
  public static void picture(RunFolder folder, String name, BufferedImage image) {
    Map<String, String> texts = Map.of("Software", "unitscope", RUN, folder.identity());
    folder.write(name, file -> Png.write(image, texts, file));
  }

  /**
   * Writes charts that were drawn together, as {@link Charts#grid} does; it names the run alone.
   */
  public static void charts(RunFolder folder, String name, BufferedImage image) {
    folder.write(name, file -> Png.write(image, Map.of(RUN, folder.identity()), file));
  }

  /**
   * Writes the two files that are a model.
   *
   * @param prefix before the names of the files, for a folder within the run's
   * @param description what {@code model.json} holds
   */
  public static void model(
      RunFolder folder, String prefix, Object description, Map<String, NpyArray> weights) {
    folder.writeText(prefix + ModelFiles.DESCRIPTION, Json.text(description));
    folder.writeArrays(prefix + ModelFiles.WEIGHTS, weights);
  }

  /**
   * The line by which a figure can be traced.
   *
   * @param model its name: a path would make the figure another one elsewhere
   */
  public static List<String> caption(String model, long seed, RunFolder folder) {
    return List.of(
        String.format(Locale.ROOT, "Model %s, seed %d, run %s.", model, seed, shortName(folder)));
  }

  /** The same for a figure that is not of one model. */
  public static String caption(long seed, RunFolder folder) {
    return String.format(Locale.ROOT, "Seed %d, run %s.", seed, shortName(folder));
  }

  private static String shortName(RunFolder folder) {
    return folder.identity().substring(0, 12);
  }
}
