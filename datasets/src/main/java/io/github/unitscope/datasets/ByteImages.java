package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import java.util.Objects;

/**
 * Images kept as bytes, a quarter of their size as floats; a value is byte / 255.
 *
 * @param shape of every image
 * @param pixels of all images, one behind the other
 * @param labels of all images, or null
 * @param first the index of the first image in {@code pixels}
 * @param size how many images there are
 */
public record ByteImages(ImageShape shape, byte[] pixels, byte[] labels, int first, int size)
    implements ImageSet {

  @Override
  public void read(int index, float[] into) {
    int offset = (first + Objects.checkIndex(index, size)) * shape.size();
    for (int i = 0; i < shape.size(); i++) {
      into[i] = (pixels[offset + i] & 0xFF) / 255f;
    }
  }

  @Override
  public int label(int index) {
    return labels == null ? NO_LABEL : labels[first + Objects.checkIndex(index, size)];
  }
}
