package io.github.unitscope.visualize.figures;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.combine.CombinationResult;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.FigureRenderer;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Png;
import io.github.unitscope.visualize.sample.SamplingResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * The figure of a result, as its command draws it:
 *
 * <pre>{@code
 * Figures.of(found).save(Path.of("unit7.png"));
 * }</pre>
 */
public final class Figures {
  private final Function<List<String>, Figure> drawn;
  private final List<String> caption = new ArrayList<>();

  private Figures(Function<List<String>, Figure> drawn) {
    this.drawn = drawn;
  }

  /** The best images. */
  public static Figures of(MaximizationResult found) {
    return new Figures(caption -> MaximizationFigures.best(found, caption));
  }

  /** The means, and some of the samples. */
  public static Figures of(SamplingResult found) {
    return new Figures(caption -> SamplingFigures.samples(found, caption));
  }

  /** The combinations. */
  public static Figures of(CombinationResult found) {
    return new Figures(caption -> CombinationFigures.combinations(found, caption));
  }

  /**
   * The three side by side.
   *
   * @throws InvalidInputException if they are not of the same layer of one network
   */
  public static Figures of(
      MaximizationResult maximized, SamplingResult sampled, CombinationResult combined) {
    int layer = combined.layer();
    boolean alike =
        sampled.layer() == layer
            && maximized.plan().units().filter(units -> units.layer().index() == layer).isPresent()
            && maximized.network() == sampled.network()
            && sampled.network() == combined.network();
    if (!alike) {
      throw new InvalidInputException(
          "results stand side by side only if they are of the same layer of one network: call layer"
              + " with the same number for all three");
    }
    String title = String.format(Locale.ROOT, "What do the units of layer %d respond to?", layer);
    List<Panel> panels =
        List.of(
            MaximizationFigures.best(maximized),
            SamplingFigures.means(sampled),
            CombinationFigures.panel(combined));
    return new Figures(caption -> new Figure(title, panels, caption));
  }

  /** Adds a line below the pictures, for example on the model and the seed. */
  public Figures caption(String line) {
    caption.add(line);
    return this;
  }

  /** The figure. */
  public Figure figure() {
    return drawn.apply(caption);
  }

  /**
   * Writes the figure as a PNG file; one that exists is replaced.
   *
   * @throws InvalidInputException if it cannot be drawn
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    Png.write(FigureRenderer.render(figure()), Map.of("Software", "unitscope"), file);
  }
}
