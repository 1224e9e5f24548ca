package io.github.unitscope.experiments.output;

import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.FigureRenderer;
import io.github.unitscope.visualize.picture.Png;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.internal.chartpart.Chart;

/** Writes the figures of a run, each with what leads back to the run. */
public final class Output {
  private Output() {}

  /** Draws and writes a figure. */
  public static void figure(RunFolder folder, String name, Figure figure) {
    Map<String, String> texts = Map.of("Software", "unitscope", "unitscope:run", folder.identity());
    folder.write(name, file -> Png.write(FigureRenderer.render(figure), texts, file));
  }

  /** Draws and writes a chart. */
  public static void chart(RunFolder folder, String name, Chart<?, ?> chart) {
    Map<String, String> texts = Map.of("Software", "unitscope", "unitscope:run", folder.identity());
    folder.write(name, file -> Png.write(ChartImage.of(chart), texts, file));
  }

  /**
   * The line by which a figure can be traced.
   *
   * @param model its name: a path would make the figure another one elsewhere
   */
  public static List<String> caption(String model, long seed, RunFolder folder) {
    return List.of(
        String.format(
            Locale.ROOT,
            "Model %s, seed %d, run %s.",
            model,
            seed,
            folder.identity().substring(0, 12)));
  }
}
