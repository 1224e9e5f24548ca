package io.github.unitscope.stacks;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** Networks, matrices and images of random numbers that are the same in every run. */
public final class RandomNetworks {
  private RandomNetworks() {}

  /** Values from a normal distribution. */
  public static float[] gaussian(Seed seed, int count, double deviation) {
    SplitMix64 random = seed.stream();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  /** Values [rows][columns] from the standard normal distribution. */
  public static float[][] rows(Seed seed, int rows, int columns) {
    float[][] values = new float[rows][];
    for (int row = 0; row < rows; row++) {
      values[row] = gaussian(seed.derive(row), columns, 1);
    }
    return values;
  }

  /** A matrix from the standard normal distribution. */
  public static Matrix matrix(Seed seed, int rows, int columns) {
    return Matrix.of(rows(seed, rows, columns));
  }

  /** A stack whose pre-activations have a deviation of about 1.5 for inputs of deviation 1. */
  public static LogisticStack stack(ImageShape shape, Seed seed, int... units) {
    List<LogisticLayer> layers = new ArrayList<>();
    int below = shape.size();
    for (int count : units) {
      Seed layer = seed.derive(layers.size());
      float[][] weights = new float[below][];
      for (int i = 0; i < below; i++) {
        weights[i] = gaussian(layer.derive(i), count, 1.5 / Math.sqrt(below));
      }
      layers.add(new LogisticLayer(Matrix.of(weights), gaussian(layer.derive("bias"), count, 0.2)));
      below = count;
    }
    return new LogisticStack(shape, layers);
  }
}
