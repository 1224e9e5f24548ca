package io.github.unitscope.visualize.diagnose;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.PlaneFourier;
import java.util.Arrays;

/**
 * Which frequencies a filter of the image passes. Shares are of the energy of its two-dimensional
 * spectrum, on a grid of 64×64 frequencies, added up over its channels.
 *
 * @param power [64 × 64], the frequency 0 in the middle (row 32, column 32)
 * @param low share below half a period over the filter's shorter side
 * @param high share above three quarters of the highest frequency, 0.375 cycles a pixel, in any
 *     direction
 * @param aliased share above what the stride can carry, 1 / (2 · stride) cycles a pixel along an
 *     axis; 0 with a stride of 1
 */
public record FilterSpectrum(float[] power, double low, double high, double aliased) {
  /** Frequencies along an axis. */
  public static final int GRID = 64;

  private static final double HIGH = 0.375;

  /**
   * The spectrum of a filter.
   *
   * @param filter [channels × height × width]
   * @param stride pixels from one place that is looked at to the next
   */
  public static FilterSpectrum of(ImageShape shape, float[] filter, int stride) {
    double[] power = new double[GRID * GRID];
    int side = Math.max(GRID, Math.max(shape.height(), shape.width()));
    PlaneFourier fourier = new PlaneFourier(side, side);
    double[] re = new double[fourier.coefficients()];
    double[] im = new double[fourier.coefficients()];
    double[] frequencies = fourier.frequencies();
    double slow = 0.5 / Math.min(shape.height(), shape.width());
    double total = 0;
    double low = 0;
    double high = 0;
    double aliased = 0;
    for (int channel = 0; channel < shape.channels(); channel++) {
      fourier.forward(padded(shape, filter, channel, side), 0, re, im);
      for (int i = 0; i < re.length; i++) {
        int u = i / fourier.columns();
        int v = i % fourier.columns();
        double energy = fourier.multiplicity(v) * (re[i] * re[i] + im[i] * im[i]);
        total += energy;
        low += frequencies[i] < slow ? energy : 0;
        high += frequencies[i] > HIGH ? energy : 0;
        aliased += isAliased(u, v, side, stride) ? energy : 0;
        spread(power, u, v, side, energy);
      }
    }
    float[] picture = new float[power.length];
    for (int i = 0; i < picture.length; i++) {
      picture[i] = (float) (total > 0 ? power[i] / total : 0);
    }
    return total > 0
        ? new FilterSpectrum(picture, low / total, high / total, aliased / total)
        : new FilterSpectrum(picture, 0, 0, 0);
  }

  private static float[] padded(ImageShape shape, float[] filter, int channel, int side) {
    float[] plane = new float[side * side];
    int size = shape.height() * shape.width();
    for (int i = 0; i < size; i++) {
      plane[i / shape.width() * side + i % shape.width()] = filter[channel * size + i];
    }
    return plane;
  }

  private static boolean isAliased(int u, int v, int side, int stride) {
    double limit = 1.0 / (2 * stride);
    return Math.min(u, side - u) > limit * side || v > limit * side;
  }

  /** To both halves of a picture with the frequency 0 in its middle. */
  private static void spread(double[] power, int u, int v, int side, double energy) {
    int row = (int) Math.round((double) (u > side / 2 ? u - side : u) * GRID / side);
    int column = (int) Math.round((double) v * GRID / side);
    add(power, row, column, energy / 2);
    add(power, -row, -column, energy / 2);
  }

  private static void add(double[] power, int row, int column, double energy) {
    int y = Math.floorMod(row + GRID / 2, GRID);
    int x = Math.floorMod(column + GRID / 2, GRID);
    power[y * GRID + x] += energy;
  }

  /** The share at extreme frequencies: low and high together. */
  public double extreme() {
    return low + high;
  }

  /** Whether nothing passes. */
  public boolean isZero() {
    return Arrays.equals(power, new float[power.length]);
  }
}
