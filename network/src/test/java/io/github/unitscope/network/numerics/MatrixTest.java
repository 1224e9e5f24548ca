package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixTest {
  private static Matrix random(String name, int rows, int columns) {
    return Matrix.of(rows(Seed.root(5).derive(name), rows, columns));
  }

  private static float[][] transposed(float[][] a) {
    float[][] t = new float[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  /** initial + factor · a · b. */
  private static void assertIsProduct(
      float[][] initial, double factor, float[][] a, float[][] b, Matrix actual) {
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        double sum = 0;
        for (int k = 0; k < b.length; k++) {
          sum += (double) a[i][k] * b[k][j];
        }
        assertEquals(initial[i][j] + factor * sum, actual.get(i, j), 1e-4, i + ", " + j);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 7, 5", "7, 1, 5", "7, 5, 1", "80, 33, 70", "5, 100, 3"})
  void productsAreThoseOfNaiveLoops(int m, int k, int n) {
    Matrix a = random("a", m, k);
    Matrix b = random("b", k, n);
    Matrix out = random("out", m, n);
    float[][] zero = new float[m][n];
    Matrix.multiply(a, b, out);
    assertIsProduct(zero, 1, a.toRows(), b.toRows(), out);

    Matrix bTransposed = Matrix.of(transposed(b.toRows()));
    out.fill(Float.MAX_VALUE);
    Matrix.multiplyTransposed(a, bTransposed, out);
    assertIsProduct(zero, 1, a.toRows(), b.toRows(), out);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "1, 7, 5", "7, 1, 5", "7, 5, 1", "33, 80, 70"})
  void transposedProductsAreAdded(int m, int k, int n) {
    Matrix a = random("a", k, m);
    Matrix b = random("b", k, n);
    Matrix out = random("out", m, n);
    float[][] initial = out.toRows();
    Matrix.addTransposedProduct(-0.5f, a, b, out);
    assertIsProduct(initial, -0.5, transposed(a.toRows()), b.toRows(), out);
    Matrix.addTransposedProduct(2, a, b, out);
    assertIsProduct(initial, 1.5, transposed(a.toRows()), b.toRows(), out);
  }

  @ParameterizedTest
  @CsvSource({"6, 3, 8", "6, 3, 4", "1, 3, 8", "1, 0, 1", "6, 0, 10"})
  void columnBlocksMultiplyLikeMatrices(int rows, int from, int to) {
    Matrix whole = random("whole", rows, 10);
    Matrix block = whole.columnBlock(from, to);
    Matrix left = random("left", 4, rows);
    Matrix out = Matrix.zeros(4, to - from);
    float[][] values = block.toRows();
    Matrix.multiply(left, block, out);
    assertIsProduct(new float[4][to - from], 1, left.toRows(), values, out);

    Matrix right = random("right", to - from, 5);
    Matrix fromBlock = Matrix.zeros(rows, 5);
    Matrix.multiply(block, right, fromBlock);
    assertIsProduct(new float[rows][5], 1, values, right.toRows(), fromBlock);
  }

  @ParameterizedTest
  @CsvSource({"6, 3, 8", "6, 3, 4", "1, 3, 8", "6, 0, 10"})
  void productsIntoColumnBlocksChangeNoOtherColumn(int rows, int from, int to) {
    Matrix whole = random("whole", rows, 10);
    float[][] before = whole.toRows();
    Matrix left = random("left", 4, rows);
    Matrix right = random("right", 4, to - from);
    Matrix block = whole.columnBlock(from, to);
    float[][] initial = block.toRows();
    Matrix.addTransposedProduct(1, left, right, block);
    assertIsProduct(initial, 1, transposed(left.toRows()), right.toRows(), block);
    float[][] after = whole.toRows();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < 10; column++) {
        boolean inside = column >= from && column < to;
        float expected = inside ? block.get(row, column - from) : before[row][column];
        assertEquals(expected, after[row][column], row + ", " + column);
      }
    }
  }

  @Test
  void rowsAreReadAsTheyWereWritten() {
    Matrix matrix = Matrix.zeros(60, 150);
    matrix.fill(3);
    float[][] rows = rows(Seed.root(2), 20, 150);
    matrix.writeRows(rows);
    float[] read = new float[150];
    for (int row = 0; row < 20; row++) {
      matrix.readRow(row, read);
      assertArrayEquals(rows[row], read);
    }
    assertEquals(3, matrix.get(20, 0));
    assertEquals(3, matrix.get(59, 149));
    matrix.writeRow(59, rows[1]);
    assertArrayEquals(rows[1], matrix.toRows()[59]);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "80, 130", "4096, 2", "5000, 3", "3, 5000"})
  void updateShowsEveryValueOnce(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    int[] blocks = {0};
    matrix.update(
        (block, first, count) -> {
          blocks[0]++;
          for (int i = 0; i < count * rows; i++) {
            block[i] += first * rows + i + 1;
          }
        });
    assertTrue(rows * columns <= 8192 || blocks[0] > 1, "one block only");
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        assertEquals(column * rows + row + 1, matrix.get(row, column));
      }
    }
  }

  @Test
  void visitChangesNothing() {
    Matrix matrix = random("visited", 80, 130);
    float[][] before = matrix.toRows();
    matrix.visit((block, first, count) -> Arrays.fill(block, 7));
    assertArrayEquals(before, matrix.toRows());
  }

  @Test
  void columnSumsAreAdded() {
    Matrix matrix = random("summed", 80, 130);
    double[] sums = new double[130];
    Arrays.fill(sums, 10);
    matrix.addColumnSums(-2, sums);
    float[][] rows = matrix.toRows();
    for (int column = 0; column < 130; column++) {
      double sum = 0;
      for (float[] row : rows) {
        sum += row[column];
      }
      assertEquals(10 - 2 * sum, sums[column], 1e-9);
    }
  }

  @Test
  void shapesThatDoNotFitAreRefused() {
    Matrix a = Matrix.zeros(2, 3);
    Matrix b = Matrix.zeros(3, 4);
    Matrix out = Matrix.zeros(2, 4);
    refused(() -> Matrix.multiply(a, a, Matrix.zeros(2, 3)));
    refused(() -> Matrix.multiply(a, b, b));
    refused(() -> Matrix.multiplyTransposed(a, b, Matrix.zeros(2, 3)));
    refused(() -> Matrix.multiplyTransposed(a, a, out));
    refused(() -> Matrix.addTransposedProduct(1, a, b, Matrix.zeros(3, 4)));
    refused(() -> Matrix.addTransposedProduct(1, a, out, out));
    refused(() -> a.copyFrom(b));
    refused(() -> a.readRow(0, new float[2]));
    refused(() -> a.writeRow(0, new float[4]));
    refused(() -> a.writeRows(new float[3][3]));
    refused(() -> a.writeRows(new float[2][4]));
    refused(() -> Matrix.of(new float[2], new float[3]));
    refused(() -> Matrix.zeros(0, 3));
  }

  /** Options can ask for it, so that a person has to read why not. */
  @Test
  void whatIsTooLargeIsSaidInWords() {
    String message =
        assertThrows(InvalidInputException.class, () -> Matrix.zeros(1 << 15, 1 << 14))
            .getMessage();
    assertTrue(message.startsWith("a matrix of 32768 x 16384 has more than 536870911"), message);
  }

  @Test
  void indicesOutsideAreRefused() {
    Matrix a = Matrix.zeros(2, 3);
    assertThrows(IndexOutOfBoundsException.class, () -> a.get(2, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> a.set(0, -1, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> a.columnBlock(1, 4));
    assertThrows(IndexOutOfBoundsException.class, () -> a.columnBlock(1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> a.readColumns(2, 2, new float[4]));
  }

  private static void refused(org.junit.jupiter.api.function.Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  @Test
  void closedMatrixCannotBeMultipliedAnyMore() {
    Matrix matrix = Matrix.zeros(3, 3);
    matrix.close();
    matrix.close();
    Matrix other = Matrix.zeros(3, 3);
    assertThrows(RuntimeException.class, () -> Matrix.multiply(matrix, other, Matrix.zeros(3, 3)));
  }

  @Test
  void transposedIsACopyWithRowsAndColumnsExchanged() {
    Matrix matrix = Matrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6});
    Matrix transposed = matrix.transposed();
    matrix.set(0, 0, 9);
    assertArrayEquals(new float[][] {{1, 4}, {2, 5}, {3, 6}}, transposed.toRows());
  }

  /** Values [rows][columns] from the standard normal distribution. */
  private static float[][] rows(Seed seed, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (int row = 0; row < rows; row++) {
      SplitMix64 random = seed.derive(row).stream();
      for (int column = 0; column < columns; column++) {
        values[row][column] = (float) random.nextGaussian();
      }
    }
    return values;
  }
}
