package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Projected ascent with a step of its own for every row: x ← P(x + s·p), which never goes down and
 * stops where the image is stationary. A trial that does not raise the value enough (Armijo's
 * condition) is dropped and tried again with a shorter step, so that the last accepted image is
 * always the best one.
 *
 * <p>Far from a maximum p is the feasible part of the gradient and s comes from the last two of
 * them (Barzilai and Borwein 1988). Near one the last steps tell what the curvature is: p is the
 * feasible part of the quasi-Newton direction, s is 1 (L-BFGS, Nocedal 1980).
 *
 * <p>Needs values that it can compare from one step to the next: no random transforms, nothing that
 * changes the image between steps.
 *
 * @param maxSteps the greatest number of gradient evaluations of a row
 * @param tolerance the residual at which a row has converged: the norm of the gradient's feasible
 *     part over the norm of the gradient, in (0, 1)
 * @param memory how many steps the curvature is known from, 0 to 100; 0 for the gradient alone
 */
public record ProjectedGradient(int maxSteps, double tolerance, int memory) implements Ascent {
  /** What is used unless something else is asked for. */
  public static final int MEMORY = 3;

  private static final int LARGEST_MEMORY = 100;

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
    if (memory < 0 || memory > LARGEST_MEMORY) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the memory of the ascent must be 0 to %d steps, not %d",
              LARGEST_MEMORY,
              memory));
    }
  }

  /** With the usual memory. */
  public ProjectedGradient(int maxSteps, double tolerance) {
    this(maxSteps, tolerance, MEMORY);
  }

  @Override
  public int mostSteps() {
    return maxSteps;
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "projected %s to a residual of %s",
        memory > 0 ? String.format(Locale.ROOT, "quasi-Newton (memory %d)", memory) : "gradient",
        tolerance);
  }

  @Override
  public ProjectedGradient withSteps(int steps) {
    return new ProjectedGradient(steps, tolerance, memory);
  }

  /** The same with another tolerance. */
  public ProjectedGradient withTolerance(double other) {
    return new ProjectedGradient(maxSteps, other, memory);
  }

  /** The same that knows the curvature from another number of steps. */
  public ProjectedGradient withMemory(int other) {
    return new ProjectedGradient(maxSteps, tolerance, other);
  }

  @Override
  public boolean makesAllSteps() {
    return false;
  }

  @Override
  public Climb climb(int parameters, Constraint constraint, boolean smooth) {
    return new ProjectedClimb(this, parameters, constraint, smooth);
  }
}
