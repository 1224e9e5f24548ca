package io.github.unitscope.experiments.gallery;

import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.Cosine;
import io.github.unitscope.visualize.UnitResponses;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.combine.LinearCombination;
import io.github.unitscope.visualize.picture.Scale;
import java.util.List;
import java.util.stream.IntStream;

/** What the weights look like: filters that look at the image, and linear combinations of them. */
final class WeightViews {
  private final LayerWork work;
  private final LayerResults results;

  /**
   * @param results with the best images, if the network is fully connected
   */
  WeightViews(LayerWork work, LayerResults results) {
    this.work = work;
    this.results = results;
  }

  void make() {
    if (work.network() instanceof FullyConnected) {
      combine();
    } else if (work.network() instanceof Convolutional network && looksAtImage(network)) {
      drawKernels(network.filters(work.layer()));
    }
  }

  private boolean looksAtImage(Convolutional network) {
    try {
      network.filters(work.layer());
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private void drawKernels(Convolutional.Filters filters) {
    SheetWriter sheet = work.sheet(ViewKind.FILTER, filters.shape(), 1, work.settings().tile());
    for (int i = 0; i < work.units().size(); i++) {
      float[] kernel = filters.values()[work.units().get(i)];
      sheet.add(kernel, Scale.PER_TILE);
      results.columns.set(Statistic.FILTER_NORM, i, norm(kernel));
    }
    results.put(ViewKind.FILTER, View.of(sheet.sheet(), 1, null));
  }

  /** In layer 1 the combination is the filter. */
  private void combine() {
    ViewKind kind = work.layer() == 1 ? ViewKind.FILTER : ViewKind.COMBINATION;
    List<Combination> combinations =
        new LinearCombination(work.network(), work.settings().connections())
            .of(work.layer(), work.units());
    SheetWriter sheet = work.sheet(kind, 1);
    float[][] scaled = new float[combinations.size()][];
    for (int i = 0; i < scaled.length; i++) {
      float[] image = combinations.get(i).image();
      sheet.add(image, Scale.PER_TILE);
      scaled[i] = scaled(image, norm(results.best[i]));
      double cosine = Cosine.between(results.best[i], image);
      results.columns.set(Statistic.COMBINATION_COSINE, i, cosine);
      if (kind == ViewKind.FILTER) {
        results.columns.set(Statistic.FILTER_NORM, i, norm(image));
      }
    }
    UnitResponses responses = work.responses(work.units(), scaled);
    double[] values = work.values(responses);
    double[][] rows =
        IntStream.range(0, values.length)
            .mapToObj(i -> new double[] {values[i]})
            .toArray(double[][]::new);
    results.put(kind, View.of(sheet.sheet(), 1, rows));
    results.mark(kind, responses.activations());
  }

  /** With the norm of the best image, so that the unit's values for both can be compared. */
  private static float[] scaled(float[] image, double norm) {
    double own = norm(image);
    double factor = own > 0 ? norm / own : 0;
    float[] scaled = new float[image.length];
    for (int i = 0; i < image.length; i++) {
      scaled[i] = (float) (factor * image[i]);
    }
    return scaled;
  }

  private static double norm(float[] image) {
    double square = 0;
    for (float value : image) {
      square += (double) value * value;
    }
    return Math.sqrt(square);
  }
}
