package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import org.junit.jupiter.api.Test;

class SingleValuesTest {
  private static final int ROWS = 40;
  private static final int INNER = 700;
  private static final int COLUMNS = 61;

  private static Matrix weights() {
    SplitMix64 random = Seed.root(1).stream();
    Matrix weights = Matrix.zeros(COLUMNS, INNER);
    for (int row = 0; row < COLUMNS; row++) {
      for (int column = 0; column < INNER; column++) {
        weights.set(row, column, (float) random.nextGaussian());
      }
    }
    weights.set(0, 37, -0f);
    return weights;
  }

  /** Row 5 holds nothing. */
  private static Matrix singles() {
    Matrix singles = Matrix.zeros(ROWS, INNER);
    for (int row = 0; row < ROWS; row++) {
      singles.set(row, 37 * row % INNER, row % 2 == 0 ? 1 : -0.3f * row);
    }
    singles.set(5, 37 * 5, 0);
    return singles;
  }

  @Test
  void theProductHasTheBitsOfTheMatrixProduct() {
    Matrix expected = Matrix.zeros(ROWS, COLUMNS);
    Matrix.multiplyTransposed(singles(), weights(), expected);
    Matrix actual = Matrix.zeros(ROWS, COLUMNS);
    actual.fill(7);
    assertTrue(SingleValues.multiplyTransposed(singles(), weights(), actual));
    for (int row = 0; row < ROWS; row++) {
      assertArrayEquals(expected.toRows()[row], actual.toRows()[row], "row " + row);
    }
    assertArrayEquals(new float[COLUMNS], actual.toRows()[5]);
  }

  @Test
  void aRowOfTwoValuesIsLeftToOthers() {
    Matrix twice = singles();
    twice.set(9, INNER - 1, 1e-30f);
    Matrix out = Matrix.zeros(ROWS, COLUMNS);
    out.fill(7);
    assertFalse(SingleValues.multiplyTransposed(twice, weights(), out));
    for (float[] row : out.toRows()) {
      for (float value : row) {
        assertTrue(value == 7);
      }
    }
  }
}
