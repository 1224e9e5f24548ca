package io.github.unitscope.examples;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.CombinationResult;
import io.github.unitscope.visualize.combine.Connections;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.sample.Sampling;
import io.github.unitscope.visualize.sample.SamplingResult;
import io.github.unitscope.visualize.stat.Cosine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Three answers to one question, side by side: the best image, the mean of samples, and the sum of
 * the filters below a unit, over the connections that hold nine tenths of its squared weights. The
 * cosine of two images is 1 for the same and 0 for unrelated ones.
 */
public final class Example05ThreeSideBySide {
  private Example05ThreeSideBySide() {}

  /** Draws {@code three.png} in a folder that holds the model {@code dbn}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    StoredModel model = Models.read(folder.resolve("dbn"));
    int[] units = {0, 1, 2, 3};
    MaximizationResult maximized = Maximization.of(model).layer(2).units(units).run();
    SamplingResult sampled = Sampling.of(model).layer(2).units(units).run();
    CombinationResult combined =
        Combination.of(model).layer(2).units(units).connections(Connections.holding(0.9)).run();
    double cosine =
        Cosine.between(maximized.best().image(), combined.combinations().get(0).image());
    Figures.of(maximized, sampled, combined)
        .caption(String.format(Locale.ROOT, "Unit 0: cosine of the outer two %.2f.", cosine))
        .save(folder.resolve("three.png"));
  }
}
