package io.github.unitscope.benchmarks;

import io.github.unitscope.network.numerics.EqualRows;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;

/**
 * The shape of a matrix product with a result [rows, columns] and sums over {@code inner} products.
 *
 * @param kind which of the factors is transposed
 */
record Product(Kind kind, int rows, int inner, int columns) {
  /** The two products of fully connected layers. */
  enum Kind {
    /** x · W: the way up. */
    UP,
    /** y · Wᵀ: the way down. */
    DOWN
  }

  /** A multiplication and an addition for every term. */
  double operations() {
    return 2.0 * rows * inner * columns;
  }

  /** The product itself, on matrices of its own. */
  Runnable on(Seed seed) {
    Matrix out = Matrix.zeros(rows, columns);
    return switch (kind) {
      case UP -> {
        Matrix a = random(rows, inner, seed.derive("a"));
        Matrix b = random(inner, columns, seed.derive("b"));
        yield () -> Matrix.multiply(a, b, out);
      }
      case DOWN -> {
        Matrix a = random(rows, inner, seed.derive("a"));
        Matrix b = random(columns, inner, seed.derive("b"));
        yield () -> Matrix.multiplyTransposed(a, b, out);
      }
    };
  }

  private static Matrix random(int rows, int columns, Seed seed) {
    Matrix matrix = Matrix.zeros(rows, columns);
    EqualRows.fill(matrix, seed);
    return matrix;
  }
}
