package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;

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
  public void project(Matrix images) {
    double[] squares = RowSums.dot(images, images);
    float[] factors = new float[squares.length];
    for (int row = 0; row < factors.length; row++) {
      factors[row] = squares[row] > 0 ? (float) (norm / Math.sqrt(squares[row])) : 0;
    }
    int rows = images.rows();
    images.update(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            int offset = column * rows;
            for (int row = 0; row < rows; row++) {
              block[offset + row] *= factors[row];
            }
          }
        });
  }

  /** The tangential part: g − (g·x / ρ²) x. */
  @Override
  public void feasibleDirections(Matrix images, Matrix gradients, Matrix directions) {
    double[] products = RowSums.dot(images, gradients);
    float[] radial = new float[products.length];
    for (int row = 0; row < radial.length; row++) {
      radial[row] = (float) (products[row] / (norm * norm));
    }
    int rows = images.rows();
    float[] x = images.newBlock();
    directions.overwrite(
        (block, first, count) -> {
          images.readColumns(first, count, x);
          gradients.readColumns(first, count, block);
          for (int column = 0; column < count; column++) {
            int offset = column * rows;
            for (int row = 0; row < rows; row++) {
              block[offset + row] -= radial[row] * x[offset + row];
            }
          }
        });
  }

  @Override
  public double scale(int inputs) {
    return norm;
  }
}
