package io.github.unitscope.stacks.classifier;

import io.github.unitscope.datasets.DataDirectory;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.DatasetCatalog;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import java.util.ArrayList;
import java.util.List;

/** A few of the built-in digits, and stacks with random weights. */
final class SmallDigits {
  private SmallDigits() {}

  static Dataset dataset(boolean labelled) {
    Dataset all = new DatasetCatalog(DataDirectory.of(null)).load("synthetic");
    return new Dataset(
        "small",
        ValueRange.UNIT_INTERVAL,
        new First(all.train(), 600, labelled),
        new First(all.validation(), 200, labelled),
        new First(all.test(), 200, labelled),
        List.of());
  }

  /** The first images of a set. */
  private record First(ImageSet all, int size, boolean labelled) implements ImageSet {
    @Override
    public ImageShape shape() {
      return all.shape();
    }

    @Override
    public void read(int index, float[] pixels) {
      all.read(index, pixels);
    }

    @Override
    public int label(int index) {
      return labelled ? all.label(index) : NO_LABEL;
    }
  }

  static LogisticStack stack(ImageShape shape, int... units) {
    SplitMix64 random = Seed.root(5).stream();
    List<LogisticLayer> layers = new ArrayList<>();
    int below = shape.size();
    for (int width : units) {
      Matrix weights = Matrix.zeros(below, width);
      for (int row = 0; row < below; row++) {
        for (int column = 0; column < width; column++) {
          weights.set(row, column, (float) (random.nextGaussian() * 2 / Math.sqrt(below)));
        }
      }
      float[] bias = new float[width];
      for (int i = 0; i < width; i++) {
        bias[i] = (float) random.nextGaussian();
      }
      layers.add(new LogisticLayer(weights, bias));
      below = width;
    }
    return new LogisticStack(shape, layers);
  }
}
