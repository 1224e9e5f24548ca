package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Gradient ascent with momentum: v ← μ v + rate · g, x ← x + v. A momentum of 0 is plain gradient
 * ascent.
 *
 * @param rate times the gradient
 * @param momentum μ, in [0, 1)
 * @param steps how many
 */
public record Momentum(double rate, double momentum, int steps) implements StepRule {

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public Momentum {
    StepRule.require(rate, steps);
    if (!(momentum >= 0 && momentum < 1)) {
      throw new InvalidInputException("the momentum must be in [0, 1), not " + momentum);
    }
  }

  @Override
  public Momentum withRate(double other) {
    return new Momentum(other, momentum, steps);
  }

  @Override
  public Momentum withSteps(int other) {
    return new Momentum(rate, momentum, other);
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "gradient %s, momentum %s, %d steps", rate, momentum, steps);
  }

  @Override
  public Mover mover(int parameters) {
    float[] velocity = new float[parameters];
    return (step, gradient, values) -> {
      for (int i = 0; i < values.length; i++) {
        velocity[i] = (float) (momentum * velocity[i] + rate * gradient[i]);
        values[i] += velocity[i];
      }
    };
  }

  /** The same with another momentum. */
  public Momentum withMomentum(double other) {
    return new Momentum(rate, other, steps);
  }
}
