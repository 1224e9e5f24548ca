package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import java.util.Locale;

/**
 * The pixels themselves are moved. The start is Gaussian noise.
 *
 * @param centre mean of the noise, in the image's units
 * @param deviation standard deviation of the noise; 0 for a plain start
 */
public record Pixels(double centre, double deviation) implements Parameterization {

  /**
   * @throws InvalidInputException if the centre is no number or the deviation is negative
   */
  public Pixels {
    if (!Double.isFinite(centre)) {
      throw new InvalidInputException("the centre of the start's noise must be a number");
    }
    Noise.requireDeviation(deviation);
  }

  @Override
  public ImageMap on(ImageShape shape) {
    return new IdentityMap(shape.size());
  }

  @Override
  public float[] start(ImageShape shape, Seed seed) {
    return Noise.gaussian(shape.size(), centre, deviation, seed);
  }

  @Override
  public boolean movesPixels() {
    return true;
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "pixels from N(%s, %s)", centre, deviation);
  }
}
