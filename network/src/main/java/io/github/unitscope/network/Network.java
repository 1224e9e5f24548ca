package io.github.unitscope.network;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
   * Working memory for looking at a fixed number of rows, {@link Pass#usableRows}, at once.
   *
   * @param readouts what is going to be read; only the layers up to the highest are computed
   * @throws InvalidInputException if a layer does not exist
   */
  @MustBeClosed
  Pass newPass(Set<Readout> readouts);

  /**
   * Working memory for a few rows; there may be more, where fewer would be no faster.
   *
   * @param readouts what is going to be read; only the layers that they need are computed
   * @param rows that are needed at once, at least 1
   * @return a pass with at least that many usable rows, or as many as the network can look at
   * @throws InvalidInputException if a layer does not exist
   */
  @MustBeClosed
  default Pass newPass(Set<Readout> readouts, int rows) {
    return newPass(readouts);
  }

  /**
   * Whether gradients change without jumps. Where they do not (rectified units, maxima) a greatest
   * value may lie on a kink, at which no gradient vanishes.
   */
  default boolean isSmooth() {
    return true;
  }

  /**
   * The range that the values of images have to lie in; without bounds unless a network has some.
   */
  default ImageRange imageRange() {
    return ImageRange.UNBOUNDED;
  }

  /**
   * The layer that people call by its name or its number.
   *
   * @throws InvalidInputException if there is none
   */
  default Layer layer(String nameOrIndex) {
    if (nameOrIndex.matches("\\d{1,9}")) {
      return layer(Integer.parseInt(nameOrIndex));
    }
    return layers().stream()
        .filter(layer -> layer.name().equals(nameOrIndex))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    String.format(
                        Locale.ROOT,
                        "unknown layer '%s'; expected one of %s",
                        nameOrIndex,
                        layers().stream().map(Layer::name).collect(Collectors.joining(", ")))));
  }

  /**
   * The layer of an index.
   *
   * @throws InvalidInputException if it does not exist
   */
  default Layer layer(int index) {
    if (index < 1 || index > layers().size()) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "unknown layer %d; expected 1 to %d", index, layers().size()));
    }
    return layers().get(index - 1);
  }
}
