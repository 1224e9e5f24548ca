package io.github.unitscope.network;

import java.util.List;
import java.util.Set;

/**
 * A trained model as the methods see it: an image goes in, every layer has outputs, and gradients
 * come back to the image. Immutable and safe for use by several threads; the working memory is in
 * its {@linkplain Pass passes}.
 */
public interface Network {
  /** The shape of the images that go in. */
  ImageShape inputShape();

  /** The layers from the input upwards; layer j is at position j − 1. */
  List<Layer> layers();

  /**
   * Working memory for looking at a fixed number of rows, {@link Pass#rows}, at once.
   *
   * @param readouts what is going to be read; only the layers up to the highest are computed
   * @throws InvalidInputException if a layer does not exist
   */
  Pass newPass(Set<Readout> readouts);

  /**
   * The layer of an index.
   *
   * @throws InvalidInputException if it does not exist
   */
  default Layer layer(int index) {
    if (index < 1 || index > layers().size()) {
      throw new InvalidInputException(
          "there is no layer %d: choose from 1 to %d".formatted(index, layers().size()));
    }
    return layers().get(index - 1);
  }
}
