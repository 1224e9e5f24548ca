package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/** An ascent of a fixed number of steps, each of which only looks at the gradient. */
public sealed interface StepRule extends Ascent permits Adam, Momentum, Steepest, Progress {

  /** How many steps. */
  int steps();

  @Override
  default int mostSteps() {
    return steps();
  }

  /** What an ascent remembers of its steps: it moves the parameters of one row. */
  Mover mover(int parameters);

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
