package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.PlainText;
import java.util.List;

/**
 * A row of images in a frame of an animation.
 *
 * @param label at its left
 * @param height of every image in pixels
 * @param width of every image in pixels
 * @param images [height × width] each, row-major
 * @param shading how values become colours
 */
public record Strip(String label, int height, int width, List<float[]> images, Shading shading) {

  /** How values become colours. */
  public enum Shading {
    /** Grey: 0 is black, 1 is white. */
    UNIT_INTERVAL,
    /** Red, white and blue on the frame's scale. */
    SIGNED,
    /** Red, white and blue, every image on a scale of its own: its greatest absolute value. */
    SIGNED_EACH
  }

  /**
   * @throws IllegalArgumentException if an image has another number of values
   */
  public Strip {
    label = PlainText.of(label);
    images = List.copyOf(images);
    for (float[] image : images) {
      if (image.length != height * width) {
        throw new IllegalArgumentException(
            image.length + " values for an image of " + ImageShape.grey(height, width));
      }
    }
  }

  /** The value that has the strongest colour in an image. */
  double limit(int image, double frameLimit) {
    if (shading != Shading.SIGNED_EACH) {
      return frameLimit;
    }
    double largest = 0;
    for (float value : images.get(image)) {
      largest = Float.isFinite(value) ? Math.max(largest, Math.abs(value)) : largest;
    }
    return largest > 0 ? largest : 1;
  }

  int color(float value, double limit) {
    return shading == Shading.UNIT_INTERVAL
        ? SignedPalette.grey(value)
        : SignedPalette.signed(value, limit);
  }
}
