package io.github.unitscope.network;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * The shape of an image, stored as [channels, height, width] in row-major order.
 *
 * @param channels 1 for grey, 3 for colour; at least 1
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 */
public record ImageShape(int channels, int height, int width) {

  /**
   * @throws InvalidInputException if a dimension is below 1 or the image has 2^31 values or more
   */
  public ImageShape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "image shape %dx%dx%d has a dimension below 1",
              channels,
              height,
              width));
    }
    if ((long) channels * height > Integer.MAX_VALUE / width) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "image shape %dx%dx%d is too large", channels, height, width));
    }
  }

  /** A grey image. */
  public static ImageShape grey(int height, int width) {
    return new ImageShape(1, height, width);
  }

  /** The number of values: channels × height × width. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
