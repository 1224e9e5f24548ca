package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Objects;

/**
 * Several sets of images of one shape, one behind the other.
 *
 * @param parts at least one
 */
public record JoinedImages(List<ImageSet> parts) implements ImageSet {

  /**
   * @throws InvalidInputException if there is none, their shapes differ, or there are 2^31 images
   *     or more
   */
  public JoinedImages {
    parts = List.copyOf(parts);
    if (parts.stream().map(ImageSet::shape).distinct().count() != 1) {
      throw new InvalidInputException("only images of one shape can be joined");
    }
    if (parts.stream().mapToLong(ImageSet::size).sum() > Integer.MAX_VALUE) {
      throw new InvalidInputException("too many images to be joined");
    }
  }

  /** Which part an image is in. */
  public int partOf(int index) {
    Objects.checkIndex(index, size());
    int part = 0;
    for (int left = index; left >= parts.get(part).size(); part++) {
      left -= parts.get(part).size();
    }
    return part;
  }

  /** The index that an image has in its part. */
  public int indexInPart(int index) {
    int part = partOf(index);
    return index - parts.subList(0, part).stream().mapToInt(ImageSet::size).sum();
  }

  @Override
  public ImageShape shape() {
    return parts.get(0).shape();
  }

  @Override
  public int size() {
    return parts.stream().mapToInt(ImageSet::size).sum();
  }

  @Override
  public void read(int index, float[] pixels) {
    parts.get(partOf(index)).read(indexInPart(index), pixels);
  }

  @Override
  public int label(int index) {
    return parts.get(partOf(index)).label(indexInPart(index));
  }
}
