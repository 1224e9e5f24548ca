package io.github.unitscope.testing;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import java.util.Arrays;

/** Images that are all one value, without labels. */
public record ConstantImages(ImageShape shape, int size, float value) implements ImageSet {
  @Override
  public void read(int index, float[] pixels) {
    Arrays.fill(pixels, value);
  }
}
