package io.github.unitscope.network.numerics;

import java.util.Arrays;

/**
 * Products with matrices that have at most one value other than zero in every row, as the gradient
 * of single units has. They need no sums and give the same bits as {@link
 * Matrix#multiplyTransposed}, of which they save all but a copy.
 */
public final class SingleValues {
  private final int[] columns;
  private final float[] values;

  private SingleValues(int rows) {
    this.columns = new int[rows];
    this.values = new float[rows];
    Arrays.fill(columns, -1);
  }

  /**
   * out = a · bᵀ, if no row of a has two values other than zero.
   *
   * @param a [m, k]
   * @param b [n, k], of finite values
   * @param out [m, n], overwritten
   * @return false if some row has more values; then {@code out} is untouched
   */
  public static boolean multiplyTransposed(Matrix a, Matrix b, Matrix out) {
    SingleValues found = new SingleValues(a.rows());
    if (!found.findIn(a)) {
      return false;
    }
    found.writeProducts(b, out);
    return true;
  }

  private boolean findIn(Matrix a) {
    int rows = a.rows();
    boolean[] single = {true};
    a.visit(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            for (int row = 0; row < rows; row++) {
              float value = block[column * rows + row];
              if (value != 0) {
                single[0] &= columns[row] < 0;
                columns[row] = first + column;
                values[row] = value;
              }
            }
          }
        });
    return single[0];
  }

  private void writeProducts(Matrix b, Matrix out) {
    int rows = columns.length;
    float[][] factors = new float[rows][b.rows()];
    for (int row = 0; row < rows; row++) {
      if (columns[row] >= 0) {
        b.readColumns(columns[row], 1, factors[row]);
      }
    }
    out.overwrite(
        (block, first, count) -> {
          for (int row = 0; row < rows; row++) {
            for (int column = 0; column < count; column++) {
              // A sum that begins with zero is never a negative zero.
              block[column * rows + row] = values[row] * factors[row][first + column] + 0f;
            }
          }
        });
  }
}
