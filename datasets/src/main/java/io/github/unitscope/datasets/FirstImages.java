package io.github.unitscope.datasets;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import java.util.Objects;

/**
 * The first images of a set.
 *
 * @param images the set
 * @param size how many of it, 1 to all
 */
public record FirstImages(ImageSet images, int size) implements ImageSet {

  /**
   * @throws InvalidInputException if there are fewer
   */
  public FirstImages {
    if (size < 1 || size > images.size()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "the number of images must be 1 to %d, not %d", images.size(), size));
    }
  }

  @Override
  public ImageShape shape() {
    return images.shape();
  }

  @Override
  public void read(int index, float[] pixels) {
    images.read(Objects.checkIndex(index, size), pixels);
  }

  @Override
  public int label(int index) {
    return images.label(Objects.checkIndex(index, size));
  }
}
