package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.unitscope.network.random.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class EqualRowsTest {
  private static Matrix column(float... values) {
    Matrix matrix = Matrix.zeros(values.length, 1);
    matrix.writeColumns(0, 1, values);
    return matrix;
  }

  @Test
  void theLargestGroupIsFound() {
    assertArrayEquals(
        new int[] {1, 3, 4}, EqualRows.largestGroup(List.of(column(1, 2, 1, 2, 2, 3))));
  }

  @Test
  void rowsMustAgreeInEveryMatrix() {
    Matrix first = column(1, 2, 1, 2, 2, 1, 1);
    Matrix second = column(5, 5, 5, 6, 5, 6, 5);
    assertArrayEquals(new int[] {0, 2, 6}, EqualRows.largestGroup(List.of(first, second)));
  }

  @Test
  void ofEqualGroupsTheFirstIsTaken() {
    assertArrayEquals(new int[] {0, 3}, EqualRows.largestGroup(List.of(column(9, 4, 2, 9, 2, 4))));
  }

  @Test
  void oneBitMakesADifference() {
    assertArrayEquals(
        new int[] {1, 2},
        EqualRows.largestGroup(List.of(column(Math.nextUp(1f), 1, 1, Math.nextDown(1f)))));
  }

  @Test
  void fillingMakesAllRowsAlikeAndColumnsDifferent() {
    Matrix matrix = Matrix.zeros(80, 130);
    EqualRows.fill(matrix, Seed.root(1));
    float[][] rows = matrix.toRows();
    for (float[] row : rows) {
      assertArrayEquals(rows[0], row);
    }
    for (int column = 1; column < 130; column++) {
      assertNotEquals(rows[0][column - 1], rows[0][column]);
    }
  }
}
