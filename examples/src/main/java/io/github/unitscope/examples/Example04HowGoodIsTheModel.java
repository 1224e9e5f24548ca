package io.github.unitscope.examples;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.CombinationResult;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.figures.Figures;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The picture of a unit as the sum of the filters below it, weighted by its strongest connections:
 * here as many as hold nine tenths of its squared weights. Nothing is drawn, so there is no seed.
 */
public final class Example04CombineFilters {
  private Example04CombineFilters() {}

  /** Draws {@code filters.png} in a folder that holds the model {@code dbn}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    StoredModel model = Models.read(folder.resolve("dbn"));
    CombinationResult found =
        Combination.of(model)
            .layer(2)
            .units(0, 1, 2, 3)
            .connections(Connections.holding(0.9))
            .run();
    Figures.of(found).save(folder.resolve("filters.png"));
  }
}
