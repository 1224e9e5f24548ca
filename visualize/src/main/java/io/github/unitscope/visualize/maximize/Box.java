package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;

/**
 * Every value of the image in [low, high].
 *
 * @param low the least value
 * @param high the greatest value, above {@code low}
 */
public record Box(double low, double high) implements Constraint {

  /**
   * @throws InvalidInputException if the bounds are not finite numbers in order
   */
  public Box {
    if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new InvalidInputException(
          "the bounds of the image values must be two numbers in order, not %s and %s"
              .formatted(low, high));
    }
  }

  @Override
  public void project(Matrix images) {
    float min = (float) low;
    float max = (float) high;
    images.update(
        (block, first, count) -> {
          for (int i = 0; i < count * images.rows(); i++) {
            block[i] = Math.max(min, Math.min(max, block[i]));
          }
        });
  }

  /** The gradient without the components that point out of the box at a bound. */
  @Override
  public void feasibleDirections(Matrix images, Matrix gradients, Matrix directions) {
    float min = (float) low;
    float max = (float) high;
    float[] x = images.newBlock();
    directions.update(
        (block, first, count) -> {
          images.readColumns(first, count, x);
          gradients.readColumns(first, count, block);
          for (int i = 0; i < count * images.rows(); i++) {
            boolean blocked = block[i] < 0 ? x[i] <= min : x[i] >= max;
            block[i] = blocked ? 0 : block[i];
          }
        });
  }

  @Override
  public double scale(int inputs) {
    return (high - low) * Math.sqrt(inputs) / 2;
  }
}
