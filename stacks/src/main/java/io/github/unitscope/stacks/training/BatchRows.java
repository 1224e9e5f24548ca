package io.github.unitscope.stacks.training;

import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** The rows of a batch, read by all threads into memory that lives as long as the training. */
public final class BatchRows {
  private static final int SHARD_ROWS = 4;

  private final float[][] values;
  private final float[][][] shards;
  private final Workers workers;

  /**
   * @param rows of a batch
   * @param width values of a row
   * @param workers the threads to use
   */
  public BatchRows(int rows, int width, Workers workers) {
    this.values = new float[rows][width];
    this.shards = new float[(rows + SHARD_ROWS - 1) / SHARD_ROWS][][];
    Arrays.setAll(
        shards,
        i -> Arrays.copyOfRange(values, i * SHARD_ROWS, Math.min(rows, (i + 1) * SHARD_ROWS)));
    this.workers = workers;
  }

  /** [rows][width]. */
  public float[][] values() {
    return values;
  }

  /**
   * Reads a batch.
   *
   * @param from position in {@code indices} at which it begins
   * @param whenRead gets the number of every row once that has its values, on any thread
   */
  public void read(TrainingRows rows, int[] indices, int from, IntConsumer whenRead) {
    workers.forEachShard(
        shards.length,
        shard -> {
          int first = shard * SHARD_ROWS;
          rows.read(indices, from + first, shards[shard]);
          for (int row = first; row < first + shards[shard].length; row++) {
            whenRead.accept(row);
          }
        });
  }
}
