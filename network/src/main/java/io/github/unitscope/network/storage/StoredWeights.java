package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Locale;

/** Weight matrices as arrays [inputs, units] of float32, in the order of C. */
public final class StoredWeights {
  private StoredWeights() {}

  /** The matrix as an array. */
  public static NpyArray array(Matrix weights) {
    return NpyArray.ofRows(weights.toRows());
  }

  /**
   * Reads a matrix.
   *
   * @throws InvalidInputException if the file has no such array of that shape
   */
  public static Matrix read(NpzReader npz, String name, int inputs, int units) {
    if ((long) inputs * units > Matrix.MOST_VALUES) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: array '%s' would have the shape [%d, %d], and %d values are the most",
              npz.path(),
              name,
              inputs,
              units,
              Matrix.MOST_VALUES));
    }
    float[] weights = npz.get(name, NpyType.FLOAT32, inputs, units).floats();
    Matrix matrix = Matrix.zeros(inputs, units);
    matrix.update(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            for (int row = 0; row < inputs; row++) {
              block[column * inputs + row] = weights[row * units + first + column];
            }
          }
        });
    return matrix;
  }
}
