package io.github.unitscope.visualize.maximize;

import java.util.Locale;

/**
 * Adam (Kingma and Ba 2015) with β₁ = 0.9, β₂ = 0.999, ε = 1e-8: what Olah et al. (2017) use.
 *
 * @param rate how far a step moves a parameter at most, or so
 * @param steps how many
 */
public record Adam(double rate, int steps) implements StepRule {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if a value is out of its
   *     range
   */
  public Adam {
    StepRule.require(rate, steps);
  }

  @Override
  public Adam withRate(double other) {
    return new Adam(other, steps);
  }

  @Override
  public Adam withSteps(int other) {
    return new Adam(rate, other);
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "Adam %s, %d steps", rate, steps);
  }

  @Override
  public Mover mover(int parameters) {
    float[] mean = new float[parameters];
    float[] square = new float[parameters];
    return (step, gradient, values) -> {
      double correction = Math.sqrt(1 - Math.pow(BETA2, step)) / (1 - Math.pow(BETA1, step));
      float scale = (float) (rate * correction);
      // ε belongs to the corrected second moment.
      float epsilon = (float) (EPSILON * Math.sqrt(1 - Math.pow(BETA2, step)));
      for (int i = 0; i < values.length; i++) {
        float g = gradient[i];
        mean[i] += (float) (1 - BETA1) * (g - mean[i]);
        square[i] += (float) (1 - BETA2) * (g * g - square[i]);
        values[i] += scale * mean[i] / ((float) Math.sqrt(square[i]) + epsilon);
      }
    };
  }
}
