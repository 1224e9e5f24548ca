package io.github.unitscope.examples;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.datasets.digits.SyntheticDigits;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Trains a deep belief network on digits that need no download, finds what excites four of its
 * units most, and draws it. The seed makes everything: the same seed gives the same bits, as many
 * processors as there may be. Images without a range stay on a sphere, and the norm is its radius.
 */
public final class Example01TrainAndLook {
  private Example01TrainAndLook() {}

  /** Writes the model {@code dbn} and the figure {@code units.png} into a folder. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Dataset digits = SyntheticDigits.dataset();
    Dbn dbn = Dbn.train(DbnSettings.of(60, 40), digits, 42);
    TrainedOn trainedOn = new TrainedOn(ImageStatistics.meanNorm(digits), digits.name());
    Models.save(dbn, trainedOn, folder.resolve("dbn"));
    MaximizationResult found =
        Maximization.of(dbn).norm(trainedOn.meanInputNorm()).layer(2).units(0, 1, 2, 3).run();
    Figures.of(found).save(folder.resolve("units.png"));
  }
}
