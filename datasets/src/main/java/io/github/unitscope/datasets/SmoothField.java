package io.github.unitscope.datasets;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/**
 * A large smooth random field on a torus, of mean square 1. A window of it at a random place has
 * the distribution of a field that is smoothed anew for every image, at none of the cost.
 */
final class SmoothField {
  /** A power of two, so that wrapping around is a mask. */
  static final int SIDE = 256;

  private final float[] values;

  SmoothField(Seed seed, double smoothness) {
    SplitMix64 random = seed.stream();
    double[] field = new double[SIDE * SIDE];
    for (int i = 0; i < field.length; i++) {
      field[i] = random.nextGaussian();
    }
    double[] kernel = gaussian(smoothness);
    field = smooth(smooth(field, kernel, 1), kernel, SIDE);
    double square = 0;
    for (double value : field) {
      square += value * value;
    }
    double factor = 1 / Math.sqrt(square / field.length);
    values = new float[field.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (factor * field[i]);
    }
  }

  /** The value at a place, wrapped around the torus. */
  float at(int row, int column) {
    return values[(row & SIDE - 1) * SIDE + (column & SIDE - 1)];
  }

  private static double[] gaussian(double deviation) {
    int radius = (int) Math.ceil(3 * deviation);
    double[] kernel = new double[2 * radius + 1];
    for (int i = 0; i < kernel.length; i++) {
      double distance = (i - radius) / deviation;
      kernel[i] = Math.exp(-distance * distance / 2);
    }
    return kernel;
  }

  /** Convolves along one axis: {@code stride} 1 along rows, {@link #SIDE} along columns. */
  private static double[] smooth(double[] field, double[] kernel, int stride) {
    double[] result = new double[field.length];
    int radius = kernel.length / 2;
    for (int i = 0; i < field.length; i++) {
      int position = i / stride & SIDE - 1;
      int base = i - position * stride;
      for (int k = 0; k < kernel.length; k++) {
        int other = position + k - radius & SIDE - 1;
        result[i] += kernel[k] * field[base + other * stride];
      }
    }
    return result;
  }
}
