package io.github.unitscope.visualize.probe;

import io.github.unitscope.visualize.optimize.LimitedMemory;
import io.github.unitscope.visualize.optimize.VectorSpace;

/**
 * The limited-memory quasi-Newton method L-BFGS (Nocedal and Wright 2006, algorithm 7.5), which
 * begins from a given {@link HessianApproximation} instead of a multiple of the identity.
 */
final class QuasiNewton {
  private static final int MEMORY = 20;
  private static final double SUFFICIENT_DECREASE = 1e-4;
  private static final int MOST_HALVINGS = 40;

  private final LogisticLoss loss;
  private final HessianApproximation curvature;
  private final LimitedMemory<double[]> memory;

  /**
   * @param parameters how many the loss has
   */
  QuasiNewton(LogisticLoss loss, HessianApproximation curvature, int parameters) {
    this.loss = loss;
    this.curvature = curvature;
    // The loss is convex: only rounding can make the product of a pair negative.
    this.memory = new LimitedMemory<>(VectorSpace.ofDoubles(parameters), MEMORY, 0);
  }

  /**
   * Where it ended.
   *
   * @param steps that were taken
   * @param residual the greatest component of the gradient
   * @param converged whether that is within the tolerance
   */
  record End(int steps, double residual, boolean converged) {}

  /**
   * Minimizes the loss.
   *
   * @param parameters the start, overwritten with the optimum
   */
  End minimize(double[] parameters, double tolerance, int mostSteps) {
    double[] gradient = new double[parameters.length];
    double value = loss.value(parameters, gradient);
    int steps = 0;
    while (greatest(gradient) > tolerance && steps < mostSteps) {
      double[] direction = direction(gradient);
      double slope = dot(direction, gradient);
      double[] next = new double[parameters.length];
      double[] nextGradient = new double[parameters.length];
      double size = 1;
      double nextValue = Double.POSITIVE_INFINITY;
      boolean found = false;
      for (int i = 0; i < MOST_HALVINGS && !found; i++) {
        move(parameters, size, direction, next);
        nextValue = loss.value(next, nextGradient);
        // Close to the optimum the loss changes by less than its rounding.
        double slack = 1e-15 * Math.abs(value);
        found = nextValue <= value + SUFFICIENT_DECREASE * size * slope + slack;
        size = found ? size : size / 2;
      }
      if (!found) {
        break;
      }
      // The change of a descent is that of the gradient itself.
      memory.remember(parameters, next, nextGradient, gradient);
      System.arraycopy(next, 0, parameters, 0, next.length);
      gradient = nextGradient;
      value = nextValue;
      steps++;
    }
    double residual = greatest(gradient);
    return new End(steps, residual, residual <= tolerance);
  }

  private double[] direction(double[] gradient) {
    double[] direction = new double[gradient.length];
    for (int i = 0; i < direction.length; i++) {
      direction[i] = -gradient[i];
    }
    memory.apply(direction, curvature::solve);
    return direction;
  }

  private static void move(double[] from, double size, double[] direction, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from[i] + size * direction[i];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double greatest(double[] values) {
    double greatest = 0;
    for (double value : values) {
      // NaN is kept: it is no convergence.
      greatest = Math.abs(value) > greatest || Double.isNaN(value) ? Math.abs(value) : greatest;
    }
    return greatest;
  }
}
