package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the square is filled with.
 *
 * @param value of all channels; null for the mean of each channel of the image
 */
public record Fill(Double value) {
  /** Middle grey, for images in [0, 1]. */
  public static final Fill GREY = new Fill(0.5);

  /** The mean of each channel of the image. */
  public static final Fill MEAN = new Fill(null);

  /**
   * @throws InvalidInputException if the value is not a finite number
   */
  public Fill {
    if (value != null && !Double.isFinite(value)) {
      throw new InvalidInputException("the square's value must be a number, not " + value);
    }
  }

  /**
   * The square's values for an image.
   *
   * @param pixels [channels × height × width]
   * @return [channels]
   */
  public float[] of(float[] pixels, ImageShape shape) {
    float[] fill = new float[shape.channels()];
    if (value != null) {
      Arrays.fill(fill, value.floatValue());
      return fill;
    }
    int plane = shape.height() * shape.width();
    for (int channel = 0; channel < fill.length; channel++) {
      double sum = 0;
      for (int i = channel * plane; i < (channel + 1) * plane; i++) {
        sum += pixels[i];
      }
      fill[channel] = (float) (sum / plane);
    }
    return fill;
  }

  /**
   * Checks that images may have the value.
   *
   * @throws InvalidInputException if not
   */
  public void requireIn(ImageRange range) {
    if (value != null && !range.contains(value)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the square's value %s lies outside of the images' range, %s to %s",
              value,
              range.low(),
              range.high()));
    }
  }

  @Override
  public String toString() {
    return value == null ? "the image's mean" : String.valueOf(value);
  }
}
