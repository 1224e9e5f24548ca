package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * Images that are in memory.
 *
 * @param shape of each
 * @param images [images] [channels × height × width]
 */
record GivenImages(ImageShape shape, List<float[]> images) implements ImageSet {
  @Override
  public int size() {
    return images.size();
  }

  @Override
  public void read(int index, float[] pixels) {
    System.arraycopy(images.get(index), 0, pixels, 0, pixels.length);
  }
}
