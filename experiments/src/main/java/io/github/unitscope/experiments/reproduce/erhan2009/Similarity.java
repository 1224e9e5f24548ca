package io.github.unitscope.experiments.reproduce.erhan2009;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;

/** Cosines between many pictures. */
final class Similarity {
  private static final int ROWS_OF_SHARD = 1000;

  private Similarity() {}

  /** Cosines [rows of a][rows of b]; 0 where a picture is all zeros. */
  static float[][] cosines(float[][] a, float[][] b) {
    Matrix product = Matrix.zeros(a.length, b.length);
    Matrix.multiplyTransposed(unitRows(a), unitRows(b), product);
    return product.toRows();
  }

  /**
   * For every picture the greatest cosine to an image of a set.
   *
   * @param pictures [pictures][inputs]
   * @param images to look through, all of them
   */
  static double[] nearest(float[][] pictures, ImageSet images, Workers workers) {
    int shards = (images.size() + ROWS_OF_SHARD - 1) / ROWS_OF_SHARD;
    float[][] ofShard = new float[shards][];
    Matrix normalized = unitRows(pictures);
    workers.forEachShard(
        shards, shard -> ofShard[shard] = nearest(normalized, images, shard * ROWS_OF_SHARD));
    double[] nearest = new double[pictures.length];
    Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
    for (float[] found : ofShard) {
      for (int i = 0; i < nearest.length; i++) {
        nearest[i] = Math.max(nearest[i], found[i]);
      }
    }
    return nearest;
  }

  private static float[] nearest(Matrix pictures, ImageSet images, int from) {
    float[][] rows = new float[Math.min(ROWS_OF_SHARD, images.size() - from)][pictures.columns()];
    for (int i = 0; i < rows.length; i++) {
      images.read(from + i, rows[i]);
    }
    Matrix product = Matrix.zeros(pictures.rows(), rows.length);
    Matrix.multiplyTransposed(pictures, unitRows(rows), product);
    float[] nearest = new float[pictures.rows()];
    float[][] cosines = product.toRows();
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = Float.NEGATIVE_INFINITY;
      for (float cosine : cosines[i]) {
        nearest[i] = Math.max(nearest[i], cosine);
      }
    }
    return nearest;
  }

  private static Matrix unitRows(float[][] rows) {
    float[][] normalized = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double squares = 0;
      for (float value : rows[i]) {
        squares += (double) value * value;
      }
      float factor = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
      normalized[i] = rows[i].clone();
      for (int j = 0; j < normalized[i].length; j++) {
        normalized[i][j] *= factor;
      }
    }
    return Matrix.of(normalized);
  }
}
