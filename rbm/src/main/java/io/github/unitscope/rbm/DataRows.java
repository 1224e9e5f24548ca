package io.github.unitscope.rbm;

import io.github.unitscope.datasets.training.TrainingRows;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** The data of a batch, read and made binary by all threads. */
final class DataRows {
  private static final int SHARD_ROWS = 4;

  private final float[][] values;
  private final float[][][] shards;
  private final Binarization binarization;
  private final Workers workers;

  DataRows(int rows, int visible, Binarization binarization, Workers workers) {
    this.values = new float[rows][visible];
    this.shards = new float[(rows + SHARD_ROWS - 1) / SHARD_ROWS][][];
    Arrays.setAll(
        shards,
        i -> Arrays.copyOfRange(values, i * SHARD_ROWS, Math.min(rows, (i + 1) * SHARD_ROWS)));
    this.binarization = binarization;
    this.workers = workers;
  }

  /** [rows][visible]. */
  float[][] values() {
    return values;
  }

  /**
   * Reads a batch.
   *
   * @param from position in {@code indices} at which it begins
   * @param stepSeed of the step
   * @param whenRead gets the number of every row once that has its values
   */
  void read(TrainingRows rows, int[] indices, int from, Seed stepSeed, IntConsumer whenRead) {
    Seed seed = stepSeed.derive("binarize");
    workers.forEachShard(
        shards.length,
        shard -> {
          int first = shard * SHARD_ROWS;
          rows.read(indices, from + first, shards[shard]);
          for (int row = first; row < first + shards[shard].length; row++) {
            binarize(values[row], seed.derive(row));
            whenRead.accept(row);
          }
        });
  }

  private void binarize(float[] row, Seed seed) {
    switch (binarization) {
      case NONE -> {}
      case THRESHOLD -> threshold(row);
      case SAMPLE -> Bernoulli.sample(seed.value(), 0, row, 0, row.length);
    }
  }

  private static void threshold(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = values[i] >= 0.5f ? 1f : 0f;
    }
  }
}
