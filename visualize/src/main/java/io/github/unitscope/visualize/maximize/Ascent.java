package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.InvalidInputException;

/**
 * When an ascent stops.
 *
 * @param maxSteps the greatest number of gradient evaluations of a row
 * @param tolerance the residual at which a row has converged: the norm of the gradient's feasible
 *     part over the norm of the gradient, in (0, 1)
 */
public record Ascent(int maxSteps, double tolerance) {
  /** What is used unless something else is asked for. */
  public static final Ascent DEFAULTS = new Ascent(1000, 1e-3);

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public Ascent {
    if (maxSteps < 1) {
      throw new InvalidInputException("the number of steps must be at least 1, not " + maxSteps);
    }
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new InvalidInputException("the tolerance must be in (0, 1), not " + tolerance);
    }
  }
}
