package io.github.unitscope.visualize.maximize;

import java.util.Locale;

/**
 * Steps of one length along the direction in which the value grows fastest, under a norm: the
 * gradient itself under L2, its signs under L∞ (Olah et al. 2017, "Preconditioning").
 *
 * @param norm under which steps have the length
 * @param rate the length of a step: its Euclidean norm, or how far every parameter moves
 * @param steps how many
 */
public record Steepest(Norm norm, double rate, int steps) implements StepRule {

  /** What the length of a step is. */
  public enum Norm {
    /** The square root of the sum of squares. */
    L2,
    /** The greatest of the absolute values. */
    LINF
  }

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if a value is out of its
   *     range
   */
  public Steepest {
    StepRule.require(rate, steps);
  }

  @Override
  public Steepest withRate(double other) {
    return new Steepest(norm, other, steps);
  }

  @Override
  public Steepest withSteps(int other) {
    return new Steepest(norm, rate, other);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "steepest ascent under %s, steps of %s, %d steps",
        norm == Norm.L2 ? "L2" : "L∞",
        rate,
        steps);
  }

  @Override
  public Mover mover(int parameters) {
    return (step, gradient, values) -> {
      double length = 0;
      for (float g : gradient) {
        length += (double) g * g;
      }
      double factor = length > 0 ? rate / Math.sqrt(length) : 0;
      for (int i = 0; i < values.length; i++) {
        double direction = norm == Norm.L2 ? factor * gradient[i] : rate * Math.signum(gradient[i]);
        values[i] += (float) direction;
      }
    };
  }
}
