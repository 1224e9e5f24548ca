package io.github.unitscope.visualize.maximize;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Gradient ascent whose rate is such that every step promises the same gain: rate = gain / ‖g‖²,
 * but no more than a greatest rate (Yosinski et al. 2015, "progress-based").
 *
 * @param gain that a step promises to first order, in units of the objective
 * @param greatestRate times the gradient
 * @param steps how many
 */
public record Progress(double gain, double greatestRate, int steps) implements StepRule {

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public Progress {
    StepRule.require(greatestRate, steps);
    if (!(gain > 0) || Double.isInfinite(gain)) {
      throw new InvalidInputException("the gain of a step must be positive, not " + gain);
    }
  }

  /** The gain of a step is its measure. */
  @Override
  @JsonIgnore
  public double rate() {
    return gain;
  }

  @Override
  public Progress withRate(double other) {
    return new Progress(other, greatestRate, steps);
  }

  @Override
  public Progress withSteps(int other) {
    return new Progress(gain, greatestRate, other);
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "gradient with a gain of %s a step, %d steps", gain, steps);
  }

  @Override
  public Mover mover(int parameters) {
    return (step, gradient, values) -> {
      double square = 0;
      for (float g : gradient) {
        square += (double) g * g;
      }
      double rate = square > 0 ? Math.min(greatestRate, gain / square) : 0;
      for (int i = 0; i < values.length; i++) {
        values[i] += (float) (rate * gradient[i]);
      }
    };
  }
}
