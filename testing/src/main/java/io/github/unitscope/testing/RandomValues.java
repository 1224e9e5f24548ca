package io.github.unitscope.testing;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;

/** Normally distributed numbers that are the same in every run. */
public final class RandomValues {
  private RandomValues() {}

  /** Values of a mean of 0 and a standard deviation. */
  public static float[] gaussian(Seed seed, int count, double deviation) {
    SplitMix64 random = seed.stream();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  /** Values [rows][columns]; a row is the same whatever the number of rows. */
  public static float[][] rows(Seed seed, int rows, int columns, double deviation) {
    float[][] values = new float[rows][];
    for (int row = 0; row < rows; row++) {
      values[row] = gaussian(seed.derive(row), columns, deviation);
    }
    return values;
  }

  /** A matrix of values that are drawn one row after the other. */
  public static Matrix matrix(Seed seed, int rows, int columns, double deviation) {
    float[] values = gaussian(seed, rows * columns, deviation);
    float[][] byRow = new float[rows][];
    for (int row = 0; row < rows; row++) {
      byRow[row] = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }
    return Matrix.of(byRow);
  }

  /**
   * A layer with random weights and biases.
   *
   * @param layer makes it of weights [inputs, units] and of biases
   */
  public static <L> L layer(
      Seed seed, int inputs, int units, double deviation, BiFunction<Matrix, float[], L> layer) {
    return layer.apply(
        Matrix.of(rows(seed, inputs, units, deviation)),
        gaussian(seed.derive("bias"), units, deviation));
  }

  /**
   * Fully connected layers with random weights and biases, the lowest first.
   *
   * @param inputs of the lowest
   * @param gain the deviation of the weights times the square root of the number of inputs
   * @param layer as {@link #layer} takes it
   * @param units of every layer
   */
  public static <L> List<L> layers(
      Seed seed, int inputs, double gain, BiFunction<Matrix, float[], L> layer, int... units) {
    List<L> layers = new ArrayList<>();
    int below = inputs;
    for (int count : units) {
      Seed own = seed.derive(layers.size());
      layers.add(layer(own, below, count, gain / Math.sqrt(below), layer));
      below = count;
    }
    return layers;
  }
}
