package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.PlaneFourier;
import io.github.unitscope.network.random.Seed;
import java.util.Locale;

/**
 * Fourier coefficients are moved, each scaled by the amplitude that its frequency has in natural
 * images (Olah et al. 2017; lucid's {@code fft_image}): the same ascent follows another direction,
 * in which high frequencies are no cheaper than low ones.
 *
 * <p>Coefficient (u, v) of a channel is divided by max(f, 1/max(width, height)), with f in cycles a
 * pixel, multiplied by √(width · height), transformed back and divided by 4. Decorrelated colour
 * and a sigmoid may follow. Parameters: for every channel the real parts [height, width/2 + 1],
 * then the imaginary parts; all 0 for the middle of a bounded range, else for an image of zeros.
 *
 * @param range of the image; without bounds there is no sigmoid
 * @param decorrelated whether colours are decorrelated, in images of three channels
 * @param deviation standard deviation of the parameters at the start, which are Gaussian around 0
 */
public record Fourier(ImageRange range, boolean decorrelated, double deviation)
    implements Parameterization {
  /** What lucid starts with. */
  public static final double DEFAULT_DEVIATION = 0.01;

  /** As lucid does it. */
  public Fourier(ImageRange range) {
    this(range, true, DEFAULT_DEVIATION);
  }

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the deviation is negative
   */
  public Fourier {
    Noise.requireDeviation(deviation);
  }

  @Override
  public ImageMap on(ImageShape shape) {
    return ChainedMap.finish(new CoefficientMap(shape), shape, decorrelated, range);
  }

  @Override
  public float[] start(ImageShape shape, Seed seed) {
    int coefficients = new PlaneFourier(shape.height(), shape.width()).coefficients();
    return Noise.gaussian(2 * shape.channels() * coefficients, 0, deviation, seed);
  }

  @Override
  public boolean staysWithin(ImageRange other) {
    return range.equals(other);
  }

  @Override
  public String describe() {
    return String.format(
        Locale.ROOT,
        "Fourier coefficients from N(0, %s)%s",
        deviation,
        ChainedMap.describe(decorrelated, range));
  }
}
