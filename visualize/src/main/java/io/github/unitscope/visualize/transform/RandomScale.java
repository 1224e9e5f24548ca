package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * Makes the image larger or smaller, by bilinear interpolation; every factor as likely.
 *
 * @param low the least factor, at least 0.1
 * @param high the greatest, at most 10
 */
public record RandomScale(double low, double high) implements Transform {

  /**
   * @throws InvalidInputException if the factors are out of their range or not in order
   */
  public RandomScale {
    if (!(low >= 0.1 && low <= high && high <= 10)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "scale needs two factors in order, from 0.1 to 10, not %s and %s",
              low,
              high));
    }
  }

  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    double factor = low + (high - low) * random.nextDouble();
    int height = Math.max(1, (int) Math.round(factor * input.height()));
    int width = Math.max(1, (int) Math.round(factor * input.width()));
    ImageShape output = new ImageShape(input.channels(), height, width);
    double rows = (double) input.height() / height;
    double columns = (double) input.width() / width;
    return new Resampling(
        input,
        output,
        new Resampling.Place() {
          // Centres of pixels lie half a pixel in.
          @Override
          public double row(int y, int x) {
            return (y + 0.5) * rows - 0.5;
          }

          @Override
          public double column(int y, int x) {
            return (x + 0.5) * columns - 0.5;
          }
        });
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "scale=%s:%s", low, high);
  }
}
