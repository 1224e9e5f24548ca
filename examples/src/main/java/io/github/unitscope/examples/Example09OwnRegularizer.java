package io.github.unitscope.examples;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.visualize.figures.Figures;
import io.github.unitscope.visualize.maximize.Maximization;
import io.github.unitscope.visualize.regularize.Regularizer;
import io.github.unitscope.visualize.regularize.Regularizers;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A regularizer of one's own: what an image pays, and the gradient of that. Under its name it works
 * with every network, preset and ascent, and in the option {@code --regularize} of commands.
 */
public final class Example09OwnRegularizer {
  private Example09OwnRegularizer() {}

  /** weight · Σ (x − its mirror image)² / 2: images are to be alike on the left and the right. */
  record Mirror(double weight) implements Regularizer {
    @Override
    public double penalty(ImageShape shape, float[] image, float[] gradient) {
      double sum = 0;
      for (int pixel = 0; pixel < image.length; pixel++) {
        int column = pixel % shape.width();
        double difference = image[pixel] - image[pixel - column + shape.width() - 1 - column];
        sum += difference * difference / 2;
        gradient[pixel] += (float) (2 * weight * difference);
      }
      return weight * sum;
    }

    @Override
    public String describe() {
      return "mirror=" + weight;
    }
  }

  /** Draws {@code mirror.png} in a folder that holds the model {@code dbn}. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Regularizers.register("mirror", (numbers, neutral) -> new Mirror(numbers[0]));
    StoredModel model = Models.read(folder.resolve("dbn"));
    Figures.of(Maximization.of(model).layer(2).units(0, 1, 2, 3).regularize("mirror=1").run())
        .save(folder.resolve("mirror.png"));
  }
}
