package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Locale;

/**
 * Turns the image about its middle, by bilinear interpolation; every angle as likely.
 *
 * @param low the least angle in degrees
 * @param high the greatest
 */
public record RandomRotate(double low, double high) implements Transform {

  /**
   * @throws InvalidInputException if the angles are out of their range or not in order
   */
  public RandomRotate {
    if (!(low >= -360 && low <= high && high <= 360)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "rotate needs two angles in order, from -360 to 360, not %s and %s",
              low,
              high));
    }
  }

  @Override
  public Warp draw(ImageShape input, SplitMix64 random) {
    double angle = Math.toRadians(low + (high - low) * random.nextDouble());
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    double middleRow = (input.height() - 1) / 2.0;
    double middleColumn = (input.width() - 1) / 2.0;
    return new Resampling(
        input,
        input,
        new Resampling.Place() {
          @Override
          public double row(int y, int x) {
            return middleRow + cosine * (y - middleRow) + sine * (x - middleColumn);
          }

          @Override
          public double column(int y, int x) {
            return middleColumn - sine * (y - middleRow) + cosine * (x - middleColumn);
          }
        });
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "rotate=%s:%s", low, high);
  }
}
