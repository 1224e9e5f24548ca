package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;

/**
 * An image with the square at each of its positions, and last the image itself.
 *
 * @param image [channels × height × width]
 * @param occluder where the positions are
 * @param square [channels], the square's values
 */
record OccludedImages(float[] image, Occluder occluder, float[] square) implements ImageSet {
  @Override
  public ImageShape shape() {
    return occluder.image();
  }

  @Override
  public int size() {
    return occluder.positions() + 1;
  }

  @Override
  public void read(int index, float[] pixels) {
    if (index == occluder.positions()) {
      System.arraycopy(image, 0, pixels, 0, image.length);
    } else {
      occluder.cover(image, index, square, pixels);
    }
  }
}
