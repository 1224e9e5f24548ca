package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import java.util.Optional;

/** An ascent of a fixed number of steps, each of which only looks at the gradient. */
public interface StepRule extends Ascent {

  /** How many steps. */
  int steps();

  /** How large a step is, in the rule's own measure; positive. */
  double rate();

  /** The same with another rate. */
  StepRule withRate(double rate);

  @Override
  StepRule withSteps(int steps);

  @Override
  default int mostSteps() {
    return steps();
  }

  @Override
  default boolean makesAllSteps() {
    return true;
  }

  /** What an ascent remembers of its steps: it moves the parameters of one row. */
  Mover mover(int parameters);

  @Override
  default Climb climb(int parameters, Constraint constraint, boolean smooth) {
    Mover mover = mover(parameters);
    return (step, value, gradient, moved) -> {
      mover.move(step, gradient, moved);
      return step < steps() ? Optional.empty() : Optional.of(StopReason.ALL_STEPS);
    };
  }

  /** Moves the parameters of one row, step after step. */
  interface Mover {
    /**
     * Makes a step upwards.
     *
     * @param step from 1
     * @param gradient [parameters]
     * @param parameters changed in place
     */
    void move(int step, float[] gradient, float[] parameters);
  }

  /** The value after each step is kept in one array. */
  int MOST_STEPS = 1_000_000_000;

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  static void require(double rate, int steps) {
    if (!(rate > 0) || Double.isInfinite(rate)) {
      throw new InvalidInputException("the rate must be a positive number, not " + rate);
    }
    if (steps < 1 || steps > MOST_STEPS) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the number of steps must be at least 1 and at most %d, not %d",
              MOST_STEPS,
              steps));
    }
  }
}
