package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;

/**
 * Images that are read one at a time by index; safe for use by several threads at once.
 *
 * <p>An image is a pure function of its index: reading it twice gives the same values, also where
 * it is computed at each reading (deformed or drawn images).
 */
public interface ImageSet {
  /** The label of an image that has none. */
  int NO_LABEL = -1;

  /** The shape of every image. */
  ImageShape shape();

  /** How many images there are. */
  int size();

  /**
   * Copies an image into {@code pixels}.
   *
   * @param index 0 to {@link #size} − 1
   * @param pixels [channels × height × width], row-major; grey images of digits lie in [0, 1]
   * @throws IndexOutOfBoundsException if there is no such image
   */
  void read(int index, float[] pixels);

  /** The class of an image, from 0, or {@link #NO_LABEL}. */
  default int label(int index) {
    return NO_LABEL;
  }
}
