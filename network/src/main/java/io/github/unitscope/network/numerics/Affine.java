package io.github.unitscope.network.numerics;

/**
 * The step from one layer to the next, in both directions: a matrix product, a bias and perhaps the
 * logistic function.
 */
public final class Affine {
  private Affine() {}

  /**
   * out = input · weights + bias.
   *
   * @param input [rows, inputs]
   * @param weights [inputs, outputs]
   * @param bias [outputs]
   * @param out [rows, outputs], overwritten
   */
  public static void preactivation(Matrix input, Matrix weights, float[] bias, Matrix out) {
    Matrix.multiply(input, weights, out);
    addToColumns(out, bias);
  }

  /** out = σ(input · weights + bias), with the shapes of {@link #preactivation}. */
  public static void activation(Matrix input, Matrix weights, float[] bias, Matrix out) {
    Matrix.multiply(input, weights, out);
    Logistic.addBiasAndApply(out, bias);
  }

  /**
   * out = σ(above · weightsᵀ + bias): the way down.
   *
   * @param above [rows, outputs]
   * @param weights [inputs, outputs]
   * @param bias [inputs]
   * @param out [rows, inputs], overwritten
   */
  public static void activationBelow(Matrix above, Matrix weights, float[] bias, Matrix out) {
    Matrix.multiplyTransposed(above, weights, out);
    Logistic.addBiasAndApply(out, bias);
  }

  /** out = above · weightsᵀ + bias, with the shapes of {@link #activationBelow}. */
  public static void preactivationBelow(Matrix above, Matrix weights, float[] bias, Matrix out) {
    Matrix.multiplyTransposed(above, weights, out);
    addToColumns(out, bias);
  }

  /**
   * Adds values to every row of an array.
   *
   * @param rows [rows][units]
   * @param values [units]
   */
  public static void addToRows(float[] rows, float[] values) {
    for (int from = 0; from < rows.length; from += values.length) {
      for (int i = 0; i < values.length; i++) {
        rows[from + i] += values[i];
      }
    }
  }

  /** Adds a value to every row of each column. */
  public static void addToColumns(Matrix matrix, float[] values) {
    int rows = matrix.rows();
    matrix.update(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            float value = values[first + column];
            int end = (column + 1) * rows;
            for (int i = column * rows; i < end; i++) {
              block[i] += value;
            }
          }
        });
  }

  /** out = σ(preactivations), both [rows, columns]. */
  public static void sigmoid(Matrix preactivations, Matrix out) {
    int rows = out.rows();
    out.overwrite(
        (block, first, count) -> {
          preactivations.readColumns(first, count, block);
          for (int i = 0; i < count * rows; i++) {
            block[i] = Logistic.sigmoid(block[i]);
          }
        });
  }
}
