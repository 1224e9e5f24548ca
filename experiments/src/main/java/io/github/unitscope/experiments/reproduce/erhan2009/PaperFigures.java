package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of the paper, composed of what the steps left. */
final class PaperFigures {
  private static final Map<String, String> NAMES =
      Map.of(
          Recipe.DBN_DIGITS, "DBN",
          Recipe.SDAE_DIGITS, "SDAE",
          Recipe.DBN_PATCHES, "DBN",
          Recipe.SDAE_PATCHES, "SDAE");

  private final Recipe recipe;
  private final Workshop workshop;

  PaperFigures(Recipe recipe, Workshop workshop) {
    this.recipe = recipe;
    this.workshop = workshop;
  }

  /**
   * The figure of a part.
   *
   * @param caption lines below it
   */
  Figure figure(Part part, List<String> caption) {
    return switch (part) {
      case FIGURE1 ->
          layers(
              "Activation maximization on " + recipe.digits(),
              List.of(Recipe.DBN_DIGITS, Recipe.SDAE_DIGITS),
              caption);
      case FIGURE2 -> samples(caption);
      case FIGURE3 -> methods(caption);
      case PATCHES ->
          layers(
              "Activation maximization on patches of " + recipe.scenes(),
              List.of(Recipe.DBN_PATCHES, Recipe.SDAE_PATCHES),
              caption);
      default -> throw new IllegalArgumentException(part + " is no figure");
    };
  }

  /** A row for every model: its layers, and the restarts of one unit of the highest. */
  private Figure layers(String title, List<String> models, List<String> caption) {
    List<Panel> panels = new ArrayList<>();
    for (String model : models) {
      List<Integer> layers = recipe.layers(model);
      layers.forEach(layer -> panels.add(grid(model, layer).maxima()));
      panels.add(grid(model, layers.get(layers.size() - 1)).restarts());
    }
    return new Figure(title, panels, panels.size() / models.size(), caption);
  }

  private Figure samples(List<String> caption) {
    List<Panel> panels = new ArrayList<>();
    for (String model : List.of(Recipe.DBN_DIGITS, Recipe.DBN_PATCHES)) {
      panels.add(grid(model, Recipe.MIDDLE).samples(samplingScale(model)));
    }
    return new Figure("Samples with a unit clamped on, the mean first", panels, caption);
  }

  private Figure methods(List<String> caption) {
    List<Panel> panels = new ArrayList<>();
    for (String model : List.of(Recipe.DBN_DIGITS, Recipe.DBN_PATCHES)) {
      PictureGrid grid = grid(model, Recipe.MIDDLE);
      panels.add(grid.maxima());
      panels.add(grid.means(samplingScale(model)));
      panels.add(grid.combinations());
    }
    return new Figure("Three methods, the same units", panels, 3, caption);
  }

  private PictureGrid grid(String model, int layer) {
    return new PictureGrid(
        String.format(
            Locale.ROOT, "%s on %s, layer %d", NAMES.get(model), recipe.dataset(model), layer),
        model(model).network().inputShape(),
        ComparedLayer.read(workshop.path(Recipe.comparison(model, layer))));
  }

  private Scale samplingScale(String model) {
    return model(model).network() instanceof Generative generative && generative.hasBinaryInput()
        ? Scale.UNIT_INTERVAL
        : Scale.SHARED;
  }

  private StoredModel model(String model) {
    return Models.read(workshop.path(model));
  }
}
