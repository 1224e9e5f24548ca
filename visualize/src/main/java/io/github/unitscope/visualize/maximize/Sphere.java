package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * ‖x‖ = ρ, the constraint of Erhan et al. (2009).
 *
 * @param norm ρ, positive
 */
public record Sphere(double norm) implements Constraint {

  /** Of pixels in float32, which are 0 far below it. */
  private static final double LEAST_NORM = 1e-30;

  /**
   * @throws InvalidInputException if the norm is not a finite number of at least 1e-30
   */
  public Sphere {
    if (!(norm >= LEAST_NORM) || Double.isInfinite(norm)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "the norm of an image must be at least %s, not %s", LEAST_NORM, norm));
    }
  }

  @Override
  public void project(float[] image) {
    double length = Vectors.norm(image);
    Vectors.scale(length > 0 ? norm / length : 0, image);
  }

  /** The tangential part: v − (v·x / ρ²) x. */
  @Override
  public void makeFeasible(float[] image, float[] direction) {
    double radial = Vectors.dot(image, direction) / (norm * norm);
    Vectors.addScaled(-radial, image, direction);
  }

  @Override
  public double scale(int inputs) {
    return norm;
  }
}
