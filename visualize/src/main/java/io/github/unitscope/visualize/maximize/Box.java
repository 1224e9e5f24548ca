package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Every value of the image in [low, high].
 *
 * @param low the least value
 * @param high the greatest value, above {@code low}
 */
public record Box(double low, double high) implements Constraint {

  /**
   * @throws InvalidInputException if the bounds are not finite numbers in order, also as float32
   */
  public Box {
    if (!((float) low < (float) high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the bounds of the image values must be two numbers in order, not %s and %s",
              low,
              high));
    }
  }

  @Override
  public void project(float[] image) {
    float min = (float) low;
    float max = (float) high;
    for (int i = 0; i < image.length; i++) {
      image[i] = Math.max(min, Math.min(max, image[i]));
    }
  }

  /** The components that do not point out of the box at a bound. */
  @Override
  public void makeFeasible(float[] image, float[] direction) {
    float min = (float) low;
    float max = (float) high;
    for (int i = 0; i < direction.length; i++) {
      boolean blocked = direction[i] < 0 ? image[i] <= min : image[i] >= max;
      direction[i] = blocked ? 0 : direction[i];
    }
  }

  /** Pixels at a bound that the gradient points out of, which has no component there. */
  @Override
  public void keepBlocked(float[] gradient, float[] direction) {
    for (int i = 0; i < direction.length; i++) {
      direction[i] = gradient[i] == 0 ? 0 : direction[i];
    }
  }

  @Override
  public double scale(int inputs) {
    return (high - low) * Math.sqrt(inputs) / 2;
  }
}
