package io.github.unitscope.datasets.photographs;

import java.util.Locale;

/**
 * A whole picture before it is cut into patches.
 *
 * @param height in pixels
 * @param width in pixels
 * @param planes [channels][height × width], row-major
 */
public record Picture(int height, int width, float[][] planes) {

  /**
   * @throws IllegalArgumentException if a plane has another number of pixels
   */
  public Picture {
    for (float[] plane : planes) {
      if (plane.length != height * width) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "a plane of %d values for %d×%d pixels", plane.length, height, width));
      }
    }
  }

  /** How many channels there are. */
  public int channels() {
    return planes.length;
  }
}
