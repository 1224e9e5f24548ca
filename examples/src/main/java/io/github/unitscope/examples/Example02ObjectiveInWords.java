package io.github.unitscope.examples;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Loads a model and says in words what to maximize: a unit, one unit and not another, a weighted
 * sum over layers. A model that was read knows the norm of its training images.
 */
public final class Example02ObjectiveInWords {
  private Example02ObjectiveInWords() {}

  /** Draws {@code objectives.png} in a folder that holds the model {@code dbn}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    StoredModel model = Models.read(folder.resolve("dbn"));
    MaximizationResult found =
        Maximization.of(model)
            .objective("2:7")
            .objective("2:7 - 2:3")
            .objective("2:7 + 0.5*1:12")
            .restarts(3)
            .seed(1)
            .run();
    Figures.of(found).caption("A row for every objective.").save(folder.resolve("objectives.png"));
  }
}
