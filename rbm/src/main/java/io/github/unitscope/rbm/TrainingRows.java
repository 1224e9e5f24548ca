package io.github.unitscope.rbm;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import java.util.stream.IntStream;

/** The visible states that a layer is trained on, read many at a time; safe for several threads. */
interface TrainingRows {

  /** How many rows there are. */
  int size();

  /** How many values a row has. */
  int width();

  /**
   * Copies the rows {@code indices[from]}, {@code indices[from + 1]} … into {@code out}, as many as
   * it has rows.
   */
  void read(int[] indices, int from, Matrix out);

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
      public void read(int[] indices, int from, Matrix out) {
        float[][] rows = new float[out.rows()][width()];
        for (int row = 0; row < rows.length; row++) {
          images.read(indices[from + row], rows[row]);
        }
        out.writeRows(rows);
      }
    };
  }

  /**
   * The hidden means of a trained machine over its own training rows: what the next layer is
   * trained on. Computed once and kept where memory allows, else at every reading.
   */
  static TrainingRows hiddenMeans(TrainingRows below, Rbm rbm, Workers workers) {
    long bytes = (long) below.size() * rbm.hidden() * Float.BYTES;
    if (bytes <= Runtime.getRuntime().maxMemory() / 4) {
      return StoredRows.hiddenMeans(below, rbm, workers);
    }
    return new TrainingRows() {
      @Override
      public int size() {
        return below.size();
      }

      @Override
      public int width() {
        return rbm.hidden();
      }

      @Override
      public void read(int[] indices, int from, Matrix out) {
        Matrix visible = Matrix.zeros(out.rows(), rbm.visible());
        below.read(indices, from, visible);
        rbm.propUp(visible, out);
      }
    };
  }
}
