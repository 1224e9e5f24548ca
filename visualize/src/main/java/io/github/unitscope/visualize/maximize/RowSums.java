package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.numerics.Matrix;

/** Sums over the columns of every row, in double. */
final class RowSums {
  private RowSums() {}

  /** The dot products of the rows of two matrices of one shape: [rows]. */
  static double[] dot(Matrix a, Matrix b) {
    int rows = a.rows();
    double[] sums = new double[rows];
    float[] other = a.newBlock();
    a.visit(
        (block, first, count) -> {
          b.readColumns(first, count, other);
          for (int column = 0; column < count; column++) {
            int offset = column * rows;
            for (int row = 0; row < rows; row++) {
              sums[row] += (double) block[offset + row] * other[offset + row];
            }
          }
        });
    return sums;
  }

  /** Σ (a − b)·(c − d) of every row; all of one shape: [rows]. */
  static double[] dotOfDifferences(Matrix a, Matrix b, Matrix c, Matrix d) {
    int rows = a.rows();
    double[] sums = new double[rows];
    float[] bs = a.newBlock();
    float[] cs = a.newBlock();
    float[] ds = a.newBlock();
    a.visit(
        (as, first, count) -> {
          b.readColumns(first, count, bs);
          c.readColumns(first, count, cs);
          d.readColumns(first, count, ds);
          for (int column = 0; column < count; column++) {
            int offset = column * rows;
            for (int row = 0; row < rows; row++) {
              int i = offset + row;
              sums[row] += (double) (as[i] - bs[i]) * (cs[i] - ds[i]);
            }
          }
        });
    return sums;
  }
}
