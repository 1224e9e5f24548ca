package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PanelTest {
  private static Matrix counting(int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        matrix.set(row, column, 10 * row + column);
      }
    }
    return matrix;
  }

  @Test
  void panelsAreRectanglesOfTheirMatrix() {
    Matrix matrix = counting(4, 5);
    Panel panel = Panel.of(matrix).rows(1, 3).columns(2, 3).rows(1, 2).columns(1, 2);
    float[] values = new float[4];
    panel.read(values);
    assertArrayEquals(new float[] {23, 33, 24, 34}, values);
    panel.write(new float[] {1, 2, 3, 4});
    panel.writeColumn(0, new float[] {-1, -2});
    assertArrayEquals(new float[] {20, 21, 22, -1, 3}, matrix.toRows()[2]);
    assertArrayEquals(new float[] {30, 31, 32, -2, 4}, matrix.toRows()[3]);
    assertEquals(14, matrix.get(1, 4));
    Panel.of(matrix).columns(3, 1).read(values);
    assertArrayEquals(new float[] {3, 13, -1, -2}, values);
  }

  /** On [[11, 12], [21, 22]] and [[1, 2], [11, 12]], in the middle of other values. */
  @Test
  void productsStayInTheirPanels() {
    Panel a = Panel.of(counting(4, 4)).rows(1, 2).columns(1, 2);
    Panel b = Panel.of(counting(3, 3)).rows(0, 2).columns(1, 2);
    Matrix out = counting(4, 4);
    Panel target = Panel.of(out).rows(2, 2).columns(1, 2);
    Panel.multiply(a, b, target);
    assertBlock(out, 11 * 1 + 12 * 11, 11 * 2 + 12 * 12, 21 * 1 + 22 * 11, 21 * 2 + 22 * 12);
    Panel.transposedMultiply(a, b, target);
    assertBlock(out, 11 * 1 + 21 * 11, 11 * 2 + 21 * 12, 12 * 1 + 22 * 11, 12 * 2 + 22 * 12);
    target.write(new float[] {1, 2, 3, 4});
    Panel.addProductTransposed(2, a, b, 10, target);
    assertBlock(
        out,
        10 + 2 * (11 * 1 + 12 * 2),
        30 + 2 * (11 * 11 + 12 * 12),
        20 + 2 * (21 * 1 + 22 * 2),
        40 + 2 * (21 * 11 + 22 * 12));
  }

  private static void assertBlock(Matrix out, float... block) {
    float[][] expected = counting(4, 4).toRows();
    System.arraycopy(block, 0, expected[2], 1, 2);
    System.arraycopy(block, 2, expected[3], 1, 2);
    assertArrayEquals(expected, out.toRows());
  }

  @Test
  void wholeColumnsAreAdded() {
    Matrix out = counting(2, 3);
    Panel.add(-2, Panel.of(counting(2, 4)).columns(2, 2), Panel.of(out).columns(1, 2));
    assertArrayEquals(new float[][] {{0, -3, -4}, {10, -13, -14}}, out.toRows());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Panel three = Panel.of(counting(3, 3));
    Panel two = three.rows(0, 2).columns(0, 2);
    assertThrows(IndexOutOfBoundsException.class, () -> two.rows(1, 2));
    assertThrows(IndexOutOfBoundsException.class, () -> two.columns(0, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> two.writeColumn(2, new float[2]));
    assertThrows(IllegalArgumentException.class, () -> Panel.multiply(three, two, three));
    assertThrows(IllegalArgumentException.class, () -> Panel.transposedMultiply(three, two, two));
    assertThrows(
        IllegalArgumentException.class, () -> Panel.addProductTransposed(1, three, three, 1, two));
    assertThrows(IllegalArgumentException.class, () -> Panel.add(1, two, two));
  }

  @Test
  void aPanelOfAClosedMatrixCannotBeMultiplied() {
    Matrix matrix = counting(3, 3);
    Panel panel = Panel.of(matrix);
    Panel out = Panel.of(counting(3, 3));
    matrix.close();
    assertThrows(IllegalStateException.class, () -> Panel.multiply(panel, panel, out));
  }
}
