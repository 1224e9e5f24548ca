package io.github.unitscope.visualize.probe;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;

/**
 * An approximation of the loss's second derivatives, the same for every class: c · XᵀX/n + λ for
 * weights and c for biases, where c is a mean of p(1 − p). Böhning (1992, <i>Multinomial logistic
 * regression algorithm</i>) takes c = 1/2, a bound; what is wrong with it the quasi-Newton steps
 * find out. Neighbouring pixels are so much alike that without it they take ten times as many.
 *
 * <p>It only shows the way: float32 is good enough for XᵀX.
 */
final class HessianApproximation {
  private final int size;
  private final int classes;
  private final double biasCurvature;
  private final Workers workers;

  /** The Cholesky factor [size, size], column after column. */
  private final double[][] columns;

  private HessianApproximation(
      double[][] columns, int classes, double biasCurvature, Workers workers) {
    this.size = columns.length;
    this.classes = classes;
    this.biasCurvature = biasCurvature;
    this.workers = workers;
    this.columns = columns;
  }

  /** XᵀX/n [features, features]. */
  static Matrix gram(TrainingShards data) {
    int features = data.features();
    Matrix gram = Matrix.zeros(features, features);
    for (int shard = 0; shard < data.shards().length; shard++) {
      double[] values = data.shards()[shard];
      float[] rounded = new float[values.length];
      for (int i = 0; i < rounded.length; i++) {
        rounded[i] = (float) values[i];
      }
      Matrix rows = Matrix.zeros(data.rows(shard), features);
      rows.writeColumns(0, features, rounded);
      Matrix.addTransposedProduct(1f / data.images(), rows, rows, gram);
    }
    return gram;
  }

  static HessianApproximation of(Matrix gram, double penalty, int classes, Workers workers) {
    double scale = (1 - 1.0 / classes) / classes;
    int size = gram.columns();
    double[][] columns = new double[size][];
    float[] column = new float[size];
    for (int j = 0; j < size; j++) {
      gram.readColumns(j, 1, column);
      columns[j] = new double[size];
      for (int i = j; i < size; i++) {
        columns[j][i] = scale * column[i];
      }
      // More than the rounding of float32 can take away.
      columns[j][j] += penalty + 1e-5 * (1 + scale * column[j]);
    }
    factorize(columns, workers);
    return new HessianApproximation(columns, classes, scale, workers);
  }

  /** Blocks of columns: each is finished, and then taken from all columns to its right. */
  private static void factorize(double[][] columns, Workers workers) {
    int size = columns.length;
    int width = 32;
    for (int first = 0; first < size; first += width) {
      int from = first;
      int end = Math.min(size, first + width);
      for (int j = from; j < end; j++) {
        subtract(columns, from, j, columns[j], j);
        double pivot = Math.sqrt(columns[j][j]);
        for (int i = j; i < size; i++) {
          columns[j][i] /= pivot;
        }
      }
      int right = (size - end + width - 1) / width;
      workers.forEachShard(
          right,
          shard -> {
            int last = Math.min(size, end + (shard + 1) * width);
            for (int j = end + shard * width; j < last; j++) {
              subtract(columns, from, end, columns[j], j);
            }
          });
    }
  }

  /** Takes the products of factor columns {@code from} to {@code end} away from column j. */
  private static void subtract(double[][] columns, int from, int end, double[] column, int j) {
    int k = from;
    for (; k + 4 <= end; k += 4) {
      double[] a = columns[k];
      double[] b = columns[k + 1];
      double[] c = columns[k + 2];
      double[] d = columns[k + 3];
      double aj = a[j];
      double bj = b[j];
      double cj = c[j];
      double dj = d[j];
      for (int i = j; i < column.length; i++) {
        column[i] -= aj * a[i] + bj * b[i] + cj * c[i] + dj * d[i];
      }
    }
    for (; k < end; k++) {
      double[] a = columns[k];
      double aj = a[j];
      for (int i = j; i < column.length; i++) {
        column[i] -= aj * a[i];
      }
    }
  }

  /**
   * Divides by the curvature.
   *
   * @param direction [classes × (features + 1)], overwritten
   */
  void solve(double[] direction) {
    workers.forEachShard(classes, k -> solve(direction, k * (size + 1)));
  }

  private void solve(double[] direction, int first) {
    for (int j = 0; j < size; j++) {
      double[] column = columns[j];
      double value = direction[first + j] / column[j];
      direction[first + j] = value;
      for (int i = j + 1; i < size; i++) {
        direction[first + i] -= value * column[i];
      }
    }
    for (int j = size - 1; j >= 0; j--) {
      double[] column = columns[j];
      double sum = direction[first + j];
      for (int i = j + 1; i < size; i++) {
        sum -= column[i] * direction[first + i];
      }
      direction[first + j] = sum / column[j];
    }
    direction[first + size] /= biasCurvature;
  }
}
