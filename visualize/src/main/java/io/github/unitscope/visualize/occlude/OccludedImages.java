package io.github.unitscope.visualize.occlude;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * Images, each with the square at all of its positions and then as it is.
 *
 * @param images [images] [channels × height × width]
 * @param occluder where the positions are
 * @param squares [images] [channels], the square's values
 */
record OccludedImages(List<float[]> images, Occluder occluder, List<float[]> squares)
    implements ImageSet {
  @Override
  public ImageShape shape() {
    return occluder.image();
  }

  @Override
  public int size() {
    return Math.multiplyExact(images.size(), perImage());
  }

  /** How many come of one image. */
  int perImage() {
    return occluder.positions() + 1;
  }

  @Override
  public void read(int index, float[] pixels) {
    float[] image = images.get(index / perImage());
    int position = index % perImage();
    if (position == occluder.positions()) {
      System.arraycopy(image, 0, pixels, 0, image.length);
    } else {
      occluder.cover(image, position, squares.get(index / perImage()), pixels);
    }
  }
}
