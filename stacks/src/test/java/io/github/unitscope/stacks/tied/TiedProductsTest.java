package io.github.unitscope.stacks.tied;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against sums in double, at sizes that are cut in blocks, pieces and parts of all kinds. */
class TiedProductsTest {
  private static final double RATE = 0.3;
  private static final double MOMENTUM = 0.5;
  private static final double DECAY = 0.01;

  private static float[][] random(int rows, int columns, long seed) {
    SplitMix64 random = Seed.root(seed).stream();
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextFloat() - 0.5f;
      }
    }
    return values;
  }

  /** What a step leaves: weights [visible][hidden] after two moves, and all that kernels saw. */
  private record Seen(Matrix weights, float[][] up, float[][] down, float[][] upAgain) {}

  /** The hidden values are those that go up, the visible ones of the second half what goes down. */
  private static Seen step(
      float[][] weights, float[][] data, boolean keepsVelocity, int moves, int threads) {
    int rows = data.length;
    int visible = weights.length;
    int hidden = weights[0].length;
    Matrix moved = Matrix.of(weights);
    Seen seen =
        new Seen(moved, new float[rows][hidden], new float[rows][visible], new float[rows][hidden]);
    try (Workers workers = new Workers(threads)) {
      TiedProducts products = new TiedProducts(moved, rows, keepsVelocity, workers);
      for (int move = 0; move < moves; move++) {
        for (int row = 0; row < rows; row++) {
          products.setVisible(row, data[row]);
        }
        products.up(
            Half.FIRST,
            block -> {
              copy(block, seen.up);
              products.setHidden(Half.FIRST, block);
              products.setStates(block);
            });
        products.down(
            block -> {
              copy(block, seen.down);
              products.setVisible(Half.SECOND, block);
            });
        products.upAndMove(
            Half.SECOND,
            block -> {
              copy(block, seen.upAgain);
              products.setHidden(Half.SECOND, block);
            },
            RATE / rows,
            keepsVelocity ? MOMENTUM : 0,
            keepsVelocity ? DECAY : 0);
      }
    }
    return seen;
  }

  private static void copy(UnitBlock block, float[][] all) {
    for (int row = 0; row < block.rows(); row++) {
      System.arraycopy(
          block.values(),
          row * block.units(),
          all[block.firstRow() + row],
          block.firstUnit(),
          block.units());
    }
  }

  @ParameterizedTest
  @CsvSource({"7, 5, 3", "130, 70, 20", "90, 333, 40", "120, 250, 64", "40, 30, 150", "300, 1, 1"})
  void stepMakesTheFiveProducts(int visible, int hidden, int rows) {
    float[][] w = random(visible, hidden, 1);
    float[][] data = random(rows, visible, 2);
    Seen seen = step(w, data, false, 1, 2);
    double[][] up = product(data, w, false);
    double[][] down = product(seen.up, w, true);
    double[][] upAgain = product(seen.down, w, false);
    assertClose(up, seen.up);
    assertClose(down, seen.down);
    assertClose(upAgain, seen.upAgain);
    for (int i = 0; i < visible; i++) {
      for (int j = 0; j < hidden; j++) {
        double gradient = 0;
        for (int row = 0; row < rows; row++) {
          gradient += data[row][i] * up[row][j] + down[row][i] * upAgain[row][j];
        }
        double expected = w[i][j] + RATE * gradient / rows;
        assertEquals(expected, seen.weights.get(i, j), 1e-4 * (1 + Math.abs(expected)));
      }
    }
  }

  private static double[][] product(float[][] values, float[][] w, boolean down) {
    double[][] out = new double[values.length][down ? w.length : w[0].length];
    for (int row = 0; row < out.length; row++) {
      for (int i = 0; i < w.length; i++) {
        for (int j = 0; j < w[0].length; j++) {
          out[row][down ? i : j] += (double) w[i][j] * values[row][down ? j : i];
        }
      }
    }
    return out;
  }

  private static void assertClose(double[][] expected, float[][] actual) {
    for (int row = 0; row < expected.length; row++) {
      for (int i = 0; i < expected[row].length; i++) {
        assertEquals(expected[row][i], actual[row][i], 1e-4 * (1 + Math.abs(expected[row][i])));
      }
    }
  }

  /** velocity = momentum · velocity − decay · weights + rate · Σ, twice, with a Σ of 0 here. */
  @Test
  void movesGoOnAndWeightsDecay() {
    float[][] w = {{2, 3}};
    Matrix moved = step(w, new float[1][1], true, 2, 1).weights();
    for (int j = 0; j < 2; j++) {
      double first = -DECAY * w[0][j];
      double second = MOMENTUM * first - DECAY * (w[0][j] + first);
      assertEquals(w[0][j] + first + second, moved.get(0, j), 1e-6);
    }
  }

  @Test
  void withoutVelocityThereIsNeitherMomentumNorDecay() {
    try (Workers workers = new Workers(1)) {
      TiedProducts products = new TiedProducts(Matrix.zeros(3, 2), 1, false, workers);
      assertThrows(
          IllegalStateException.class,
          () -> products.upAndMove(Half.SECOND, block -> {}, 1, 0.5, 0));
    }
  }

  @ParameterizedTest
  @CsvSource({"130, 170, 20", "90, 333, 100"})
  void bitsDoNotDependOnTheNumberOfThreads(int visible, int hidden, int rows) {
    float[][] w = random(visible, hidden, 3);
    float[][] data = random(rows, visible, 4);
    float[][] expected = step(w, data, true, 2, 1).weights().toRows();
    assertArrayEquals(expected, step(w, data, true, 2, 2).weights().toRows());
    assertArrayEquals(expected, step(w, data, true, 2, 5).weights().toRows());
  }

  @Test
  void hiddenValuesAreKeptAndSet() {
    float[][] w = random(40, 230, 5);
    float[][] data = random(25, 40, 6);
    try (Workers workers = new Workers(2)) {
      TiedProducts products = new TiedProducts(Matrix.of(w), 25, false, workers);
      for (int row = 0; row < 25; row++) {
        products.setVisible(row, data[row]);
      }
      float[][] seen = new float[25][230];
      products.up(
          Half.FIRST,
          block -> {
            copy(block, seen);
            products.setHidden(Half.SECOND, block);
          });
      Matrix kept = products.hidden(Half.SECOND);
      assertEquals(seen[24][229], kept.get(229, 24));
      TiedProducts other = new TiedProducts(Matrix.of(w), 25, false, workers);
      other.setHidden(Half.SECOND, kept);
      assertArrayEquals(kept.toRows(), other.hidden(Half.SECOND).toRows());
    }
  }
}
