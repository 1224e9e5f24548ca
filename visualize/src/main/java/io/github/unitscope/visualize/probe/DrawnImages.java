package io.github.unitscope.visualize.probe;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.random.Seed;

/**
 * Some of the images of a set: the first ones of a set may all be of one class.
 *
 * @param images the set
 * @param indices of those that are taken
 */
record DrawnImages(ImageSet images, int[] indices) implements ImageSet {

  /** Draws images without putting any back; all of them where there are fewer. */
  static DrawnImages draw(ImageSet images, int count, Seed seed) {
    return new DrawnImages(images, Shuffle.draw(count, images.size(), seed));
  }

  @Override
  public ImageShape shape() {
    return images.shape();
  }

  @Override
  public int size() {
    return indices.length;
  }

  @Override
  public void read(int index, float[] pixels) {
    images.read(indices[index], pixels);
  }

  @Override
  public int label(int index) {
    return images.label(indices[index]);
  }
}
