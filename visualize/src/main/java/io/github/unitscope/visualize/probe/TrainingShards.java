package io.github.unitscope.visualize.probe;

/**
 * Standardized training images in shards of a fixed size; within a shard the values of a feature
 * lie one behind the other.
 *
 * @param features how many
 * @param shards [shards][features × rows of the shard]
 * @param labels [images]
 * @param classes how many
 */
record TrainingShards(int features, double[][] shards, int[] labels, int classes) {
  /** Images of a shard: two features and the errors of ten classes fit a first-level cache. */
  static final int ROWS = 256;

  static TrainingShards of(float[][] rows, Standardization standard, int[] labels, int classes) {
    int features = rows[0].length;
    double[][] shards = new double[(rows.length + ROWS - 1) / ROWS][];
    for (int shard = 0; shard < shards.length; shard++) {
      int count = Math.min(ROWS, rows.length - shard * ROWS);
      shards[shard] = new double[features * count];
      for (int r = 0; r < count; r++) {
        float[] row = rows[shard * ROWS + r];
        for (int j = 0; j < features; j++) {
          shards[shard][j * count + r] = standard.apply(row[j], j);
        }
      }
    }
    return new TrainingShards(features, shards, labels, classes);
  }

  /** How many images there are. */
  int images() {
    return labels.length;
  }

  /** How many images a shard holds. */
  int rows(int shard) {
    return Math.min(ROWS, labels.length - shard * ROWS);
  }
}
