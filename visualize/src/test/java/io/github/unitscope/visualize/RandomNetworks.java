package io.github.unitscope.visualize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import java.util.ArrayList;
import java.util.List;

/** Networks and images of random numbers that are the same in every run. */
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

  /** Values [rows][columns] from a normal distribution. */
  public static float[][] rows(Seed seed, int rows, int columns, double deviation) {
    float[][] values = new float[rows][];
    for (int row = 0; row < rows; row++) {
      values[row] = gaussian(seed.derive(row), columns, deviation);
    }
    return values;
  }

  /** A layer with normally distributed weights and biases. */
  public static LogisticLayer layer(Seed seed, int inputs, int units, double deviation) {
    return new LogisticLayer(
        Matrix.of(rows(seed, inputs, units, deviation)),
        gaussian(seed.derive("bias"), units, deviation));
  }

  /**
   * Layers with normally distributed weights.
   *
   * @param gain the deviation of the weights times the square root of the number of inputs
   */
  public static LogisticStack stack(ImageShape shape, Seed seed, double gain, int... units) {
    List<LogisticLayer> layers = new ArrayList<>();
    int below = shape.size();
    for (int count : units) {
      layers.add(layer(seed.derive(layers.size()), below, count, gain / Math.sqrt(below)));
      below = count;
    }
    return new LogisticStack(shape, layers);
  }

  /** One layer of given weights [inputs][units] without biases, over a grey image. */
  public static LogisticStack single(int height, int width, float[]... weights) {
    LogisticLayer layer = new LogisticLayer(Matrix.of(weights), new float[weights[0].length]);
    return new LogisticStack(ImageShape.grey(height, width), List.of(layer));
  }
}
