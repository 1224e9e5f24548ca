package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import java.util.stream.IntStream;

/** Rows that are kept in memory. */
record StoredRows(float[][] values) implements TrainingRows {
  private static final int SHARD_ROWS = 128;

  static StoredRows hiddenMeans(TrainingRows below, Rbm rbm, Workers workers) {
    int[] all = IntStream.range(0, below.size()).toArray();
    float[][] values = new float[all.length][];
    workers.forEachShard(
        (all.length + SHARD_ROWS - 1) / SHARD_ROWS,
        shard -> {
          int from = shard * SHARD_ROWS;
          int count = Math.min(SHARD_ROWS, all.length - from);
          Matrix visible = Matrix.zeros(count, below.width());
          Matrix means = Matrix.zeros(count, rbm.hidden());
          below.read(all, from, visible);
          rbm.propUp(visible, means);
          System.arraycopy(means.toRows(), 0, values, from, count);
        });
    return new StoredRows(values);
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public int width() {
    return values[0].length;
  }

  @Override
  public void read(int[] indices, int from, Matrix out) {
    float[][] rows = new float[out.rows()][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = values[indices[from + row]];
    }
    out.writeRows(rows);
  }
}
