package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.InvalidInputException;

/**
 * ‖x‖ = ρ, the constraint of Erhan et al. (2009).
 *
 * @param norm ρ, positive
 */
public record Sphere(double norm) implements Constraint {

  /**
   * @throws InvalidInputException if the norm is not a positive number
   */
  public Sphere {
    if (!(norm > 0) || Double.isInfinite(norm)) {
      throw new InvalidInputException("the norm of an image must be positive, not " + norm);
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
