package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;

/**
 * What of a signal goes back through rectified units, in its own memory. A unit's output says all
 * that is needed: it is above zero, or at the ceiling, where its input is.
 */
@FunctionalInterface
interface RectifiedSignal {
  /** Its square times the smallest positive number is far above 1. */
  float LARGE = 1e30f;

  /** The ceilings up to here, and down to its inverse, are quick. */
  float MODERATE = 1e6f;

  /**
   * Takes a block of signals back.
   *
   * @param signal the first {@code count} values are replaced
   * @param output of the same units; holds anything afterwards
   */
  void goBack(float[] signal, float[] output, int count);

  /**
   * How signals go back through a layer.
   *
   * @param output of all its units
   * @param signal at all of them
   */
  static RectifiedSignal of(Rectifier rectifier, RectifierRule rule, Matrix output, Matrix signal) {
    float ceiling = (float) rectifier.ceiling();
    float slope = (float) rectifier.slope();
    return switch (rule) {
      case GRADIENT -> gradient(ceiling, slope);
      case REDIRECTED ->
          passesAnything(gradient(ceiling, slope), output, signal)
              ? gradient(ceiling, slope)
              : each((y, g) -> (y <= 0 ? g < 0 : y >= ceiling && g > 0) ? 0 : g);
      case DECONVNET -> each((y, g) -> Math.max(0, g));
      case GUIDED -> each((y, g) -> Math.max(0, derivative(y, ceiling, slope) * g));
    };
  }

  private static float derivative(float y, float ceiling, float slope) {
    return y > 0 ? (y < ceiling ? 1 : 0) : slope;
  }

  private static RectifiedSignal gradient(float ceiling, float slope) {
    boolean isOpen = ceiling == Float.POSITIVE_INFINITY;
    if (slope != 0 || !isOpen && Math.max(ceiling, 1 / ceiling) > MODERATE) {
      return each((y, g) -> derivative(y, ceiling, slope) * g);
    }
    return isOpen
        ? RectifiedSignal::throughReLu
        : (g, y, count) -> throughCeiling(g, y, count, ceiling);
  }

  // The compiler makes vector instructions of these loops, and none of comparisons: what is above
  // zero, however little, is made larger than 1 and cut there. In one loop instead of two that was
  // too long for it in every second run.

  private static void throughReLu(float[] g, float[] y, int count) {
    for (int i = 0; i < count; i++) {
      y[i] = y[i] * LARGE * LARGE;
    }
    multiply(g, y, count);
  }

  private static void throughCeiling(float[] g, float[] y, int count, float ceiling) {
    for (int i = 0; i < count; i++) {
      y[i] = y[i] * LARGE * (ceiling - y[i]) * LARGE;
    }
    multiply(g, y, count);
  }

  private static void multiply(float[] g, float[] passing, int count) {
    for (int i = 0; i < count; i++) {
      g[i] *= Math.min(1, passing[i]);
    }
  }

  private static boolean passesAnything(RectifiedSignal gradient, Matrix output, Matrix signal) {
    boolean[] any = {false};
    float[] y = output.newBlock();
    signal.visit(
        (block, first, count) -> {
          output.readColumns(first, count, y);
          gradient.goBack(block, y, count * output.rows());
          for (int i = 0; i < count * output.rows(); i++) {
            any[0] |= block[i] != 0;
          }
        });
    return any[0];
  }

  private static RectifiedSignal each(OfUnit unit) {
    return (signal, output, count) -> {
      for (int i = 0; i < count; i++) {
        signal[i] = unit.goBack(output[i], signal[i]);
      }
    };
  }

  /** What of a signal {@code g} goes back through a unit with output {@code y}. */
  @FunctionalInterface
  interface OfUnit {
    /** The signal below. */
    float goBack(float y, float g);
  }
}
