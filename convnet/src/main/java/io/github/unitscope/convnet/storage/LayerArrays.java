package io.github.unitscope.convnet.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StoredWeights;
import java.util.Locale;

/**
 * The arrays of one layer in {@code weights.npz}.
 *
 * @param npz the file
 * @param prefix of their names
 */
public record LayerArrays(NpzReader npz, String prefix) {

  static String prefix(int layer) {
    return "layer" + layer + ".";
  }

  Matrix matrix(String name, int rows, int columns) {
    requirePositive(name, rows, columns);
    Matrix matrix = StoredWeights.read(npz, prefix + name, rows, columns);
    if (!matrix.isFinite()) {
      throw notFinite(name);
    }
    return matrix;
  }

  float[] vector(String name, int count) {
    requirePositive(name, count, 1);
    return requireFinite(name, npz.get(prefix + name, NpyType.FLOAT32, count).floats());
  }

  float[][] rows(String name, int rows, int columns) {
    requirePositive(name, rows, columns);
    NpyArray array = npz.get(prefix + name, NpyType.FLOAT32, rows, columns);
    requireFinite(name, array.floats());
    return array.rows();
  }

  private void requirePositive(String name, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s%s would have the shape [%d, %d]", prefix, name, rows, columns));
    }
  }

  private float[] requireFinite(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw notFinite(name);
      }
    }
    return values;
  }

  private InvalidInputException notFinite(String name) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s%s has a value that is not a finite number; train, import or copy the model again",
            prefix,
            name));
  }
}
