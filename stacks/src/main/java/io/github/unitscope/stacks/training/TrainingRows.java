package io.github.unitscope.stacks.training;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.stacks.LogisticLayer;
import java.util.stream.IntStream;

/** The rows that a layer is trained on, read many at a time; safe for several threads. */
public interface TrainingRows {

  /** How many rows there are. */
  int size();

  /** How many values a row has. */
  int width();

  /**
   * Copies the rows {@code indices[from]}, {@code indices[from + 1]} … into {@code
   * out}[rows][width], as many as it has rows.
   */
  void read(int[] indices, int from, float[][] out);

  /** The same with a matrix [rows, width]. */
  default void read(int[] indices, int from, Matrix out) {
    float[][] rows = new float[out.rows()][width()];
    read(indices, from, rows);
    out.writeRows(rows);
  }

  /** The first {@code count} rows, or all if there are fewer. */
  default Matrix first(int count) {
    Matrix rows = Matrix.zeros(Math.min(count, size()), width());
    read(IntStream.range(0, rows.rows()).toArray(), 0, rows);
    return rows;
  }

  /** The images of a set. */
  static TrainingRows of(ImageSet images) {
    return new TrainingRows() {
      @Override
      public int size() {
        return images.size();
      }

      @Override
      public int width() {
        return images.shape().size();
      }

      @Override
      public void read(int[] indices, int from, float[][] out) {
        for (int row = 0; row < out.length; row++) {
          images.read(indices[from + row], out[row]);
        }
      }
    };
  }

  /**
   * The hidden means σ(x · weights + bias) of a trained layer over the rows that it was trained on:
   * what the next layer is trained on. Computed once and kept where memory allows, else at every
   * reading; the bits are the same.
   */
  static TrainingRows hiddenMeans(TrainingRows below, LogisticLayer layer, Workers workers) {
    TrainingRows means = new HiddenRows(below, layer);
    long bytes = (long) means.size() * means.width() * Float.BYTES;
    boolean fits = bytes <= Runtime.getRuntime().maxMemory() / 4;
    return fits ? StoredRows.of(means, workers) : means;
  }
}
