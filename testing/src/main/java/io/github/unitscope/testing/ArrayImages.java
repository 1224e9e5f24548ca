package io.github.unitscope.testing;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;

/** Images given as arrays, with labels or without. */
public record ArrayImages(ImageShape shape, float[][] values, int... labels) implements ImageSet {
  @Override
  public int size() {
    return values.length;
  }

  @Override
  public void read(int index, float[] pixels) {
    System.arraycopy(values[index], 0, pixels, 0, shape.size());
  }

  @Override
  public int label(int index) {
    return labels.length == 0 ? NO_LABEL : labels[index];
  }
}
