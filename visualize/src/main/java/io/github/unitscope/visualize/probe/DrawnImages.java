package io.github.unitscope.visualize.probe;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Some of the images of a set: the first ones of a set may all be of one class.
 *
 * @param images the set
 * @param indices of those that are taken
 */
record DrawnImages(ImageSet images, int[] indices) implements ImageSet {

  /** Draws images without putting any back; all of them where there are fewer. */
  static DrawnImages draw(ImageSet images, int count, Seed seed) {
    int[] order = IntStream.range(0, images.size()).toArray();
    int drawn = Math.min(count, order.length);
    SplitMix64 random = seed.stream();
    for (int i = 0; i < drawn; i++) {
      int j = i + random.nextInt(order.length - i);
      int index = order[j];
      order[j] = order[i];
      order[i] = index;
    }
    int[] indices = Arrays.copyOf(order, drawn);
    Arrays.sort(indices);
    return new DrawnImages(images, indices);
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
