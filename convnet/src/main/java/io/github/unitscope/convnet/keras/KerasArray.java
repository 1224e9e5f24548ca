package io.github.unitscope.convnet.keras;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/**
 * Weights as Keras stores them.
 *
 * @param name without its folders, such as {@code kernel}
 * @param shape sizes of all axes
 * @param values in row-major order; not to be written
 */
record KerasArray(String name, int[] shape, float[] values) {

  /**
   * The same, if it has a shape.
   *
   * @throws InvalidInputException if it has another
   */
  KerasArray require(long... needed) {
    if (!Arrays.equals(Arrays.stream(shape).asLongStream().toArray(), needed)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "its %s has the shape %s where %s is needed",
              name,
              Arrays.toString(shape),
              Arrays.toString(needed)));
    }
    return this;
  }
}
