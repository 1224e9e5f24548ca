package io.github.unitscope.stacks.training;

import io.github.unitscope.network.numerics.Workers;
import java.util.stream.IntStream;

/** Rows that are kept in memory. */
record StoredRows(float[][] values) implements TrainingRows {
  private static final int SHARD_ROWS = 256;

  static StoredRows of(TrainingRows rows, Workers workers) {
    int[] all = IntStream.range(0, rows.size()).toArray();
    float[][] values = new float[all.length][];
    workers.forEachShard(
        (all.length + SHARD_ROWS - 1) / SHARD_ROWS,
        shard -> {
          int from = shard * SHARD_ROWS;
          int count = Math.min(SHARD_ROWS, all.length - from);
          float[][] block = new float[count][rows.width()];
          rows.read(all, from, block);
          System.arraycopy(block, 0, values, from, count);
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
  public void read(int[] indices, int from, float[][] out) {
    for (int row = 0; row < out.length; row++) {
      System.arraycopy(values[indices[from + row]], 0, out[row], 0, out[row].length);
    }
  }
}
