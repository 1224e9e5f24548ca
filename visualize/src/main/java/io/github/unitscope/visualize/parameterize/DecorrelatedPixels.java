package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import java.util.Locale;

/**
 * Pixels of three uncorrelated colour channels are moved, and a sigmoid holds the image in its
 * range (lucid's {@code pixel_image} with {@code to_valid_rgb}). Parameters of 0 are the middle of
 * a bounded range, else an image of zeros. Images that have not three channels keep theirs.
 *
 * @param range of the image; without bounds there is no sigmoid
 * @param deviation standard deviation of the parameters at the start, which are Gaussian around 0
 */
public record DecorrelatedPixels(ImageRange range, double deviation) implements Parameterization {
  /** What lucid starts with. */
  public static final double DEFAULT_DEVIATION = Fourier.DEFAULT_DEVIATION;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the deviation is negative
   */
  public DecorrelatedPixels {
    Noise.requireDeviation(deviation);
  }

  @Override
  public ImageMap on(ImageShape shape) {
    return ChainedMap.finish(new IdentityMap(shape.size()), shape, true, range);
  }

  @Override
  public float[] start(ImageShape shape, Seed seed) {
    return Noise.gaussian(shape.size(), 0, deviation, seed);
  }

  @Override
  public boolean staysWithin(ImageRange other) {
    return range.equals(other);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT, "pixels from N(0, %s)%s", deviation, ChainedMap.describe(true, range));
  }
}
