package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.InvalidInputException;

/**
 * Projected gradient ascent with a step of its own for every row, which never goes down and stops
 * where the image is stationary. Needs values that it can compare from one step to the next: no
 * random transforms, nothing that changes the image between steps.
 *
 * @param maxSteps the greatest number of gradient evaluations of a row
 * @param tolerance the residual at which a row has converged: the norm of the gradient's feasible
 *     part over the norm of the gradient, in (0, 1)
 */
public record ProjectedGradient(int maxSteps, double tolerance) implements Ascent {

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public ProjectedGradient {
    if (maxSteps < 1) {
      throw new InvalidInputException("the number of steps must be at least 1, not " + maxSteps);
    }
    if (!(tolerance > 0 && tolerance < 1)) {
      throw new InvalidInputException("the tolerance must be in (0, 1), not " + tolerance);
    }
  }

  @Override
  public int mostSteps() {
    return maxSteps;
  }

  @Override
  public String describe() {
    return "projected gradient to a residual of " + tolerance;
  }
}
