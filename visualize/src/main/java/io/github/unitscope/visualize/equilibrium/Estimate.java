package io.github.unitscope.visualize.equilibrium;

/**
 * A number that was estimated from samples.
 *
 * @param value the estimate
 * @param error its standard error
 */
public record Estimate(double value, double error) {
  /** How many standard errors two independent estimates are apart. */
  public double distance(Estimate other) {
    double difference = Math.abs(value - other.value);
    return difference == 0 ? 0 : difference / Math.hypot(error, other.error);
  }
}
