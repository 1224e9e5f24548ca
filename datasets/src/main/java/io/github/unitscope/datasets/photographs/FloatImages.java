package io.github.unitscope.datasets.photographs;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;

/** Images that are kept in memory. */
record FloatImages(ImageShape shape, float[][] values) implements ImageSet {
  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void read(int index, float[] pixels) {
    System.arraycopy(values[index], 0, pixels, 0, shape.size());
  }
}
