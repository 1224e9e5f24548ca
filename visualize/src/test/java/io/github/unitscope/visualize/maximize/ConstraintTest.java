package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.visualize.RandomNetworks;
import org.junit.jupiter.api.Test;

class ConstraintTest {
  private static final double NORM = 3;

  private static Matrix random(int seed) {
    return Matrix.of(RandomNetworks.rows(Seed.root(seed), 80, 130, 1));
  }

  private static Matrix projected(Constraint constraint, Matrix images) {
    constraint.project(images);
    return images;
  }

  @Test
  void projectionOnTheSphereKeepsTheDirection() {
    float[][] image = projected(new Sphere(10), Matrix.of(new float[] {0.3f, -0.4f})).toRows();
    assertArrayEquals(new float[] {6, -8}, image[0], 1e-5f);
  }

  @Test
  void projectionInTheBoxClipsEveryValue() {
    float[][] image = projected(new Box(-1, 2), Matrix.of(new float[] {-3, 0.5f, 7})).toRows();
    assertArrayEquals(new float[] {-1, 0.5f, 2}, image[0]);
  }

  @Test
  void projectionIsIdempotent() {
    Matrix images = projected(new Sphere(NORM), random(1));
    float[][] once = images.toRows();
    float[][] twice = projected(new Sphere(NORM), images).toRows();
    for (int row = 0; row < once.length; row++) {
      assertArrayEquals(once[row], twice[row], 1e-6f);
    }
    Matrix boxed = projected(new Box(-0.5, 0.7), random(1));
    float[][] inside = boxed.toRows();
    assertArrayEquals(inside, projected(new Box(-0.5, 0.7), boxed).toRows());
  }

  @Test
  void anImageOfZerosStaysFinite() {
    float[][] image = projected(new Sphere(1), Matrix.zeros(2, 3)).toRows();
    assertArrayEquals(new float[3], image[0]);
  }

  @Test
  void onTheSphereDirectionsAreTheTangentialPartOfTheGradient() {
    Matrix images = projected(new Sphere(NORM), random(1));
    Matrix gradients = random(2);
    Matrix directions = Matrix.zeros(80, 130);
    new Sphere(NORM).feasibleDirections(images, gradients, directions);
    double[] radial = RowSums.dot(images, directions);
    double[] alongGradient = RowSums.dot(gradients, directions);
    double[] squares = RowSums.dot(directions, directions);
    for (int row = 0; row < 80; row++) {
      assertEquals(0, radial[row], 1e-4);
      assertEquals(squares[row], alongGradient[row], 1e-5 * squares[row]);
      assertTrue(squares[row] > 1, "nothing is left of the gradient");
    }
  }

  @Test
  void onTheSphereNothingIsLeftWhereTheGradientPointsOutwards() {
    Matrix images = projected(new Sphere(NORM), random(1));
    Matrix directions = random(2);
    new Sphere(NORM).feasibleDirections(images, images, directions);
    for (double square : RowSums.dot(directions, directions)) {
      assertEquals(0, square, 1e-10);
    }
  }

  @Test
  void inTheBoxOnlyTheWayOutIsBlocked() {
    Matrix images = Matrix.of(new float[] {0, 0, 1, 1, 0.5f, 0.5f});
    Matrix gradients = Matrix.of(new float[] {-2, 2, -3, 3, -4, 4});
    Matrix directions = Matrix.zeros(1, 6);
    new Box(0, 1).feasibleDirections(images, gradients, directions);
    assertArrayEquals(new float[] {0, 2, -3, 0, -4, 4}, directions.toRows()[0]);
  }

  @Test
  void impossibleConstraintsAreRefused() {
    for (double norm : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(InvalidInputException.class, () -> new Sphere(norm));
      assertThrows(InvalidInputException.class, () -> new Box(0, norm));
    }
    assertThrows(InvalidInputException.class, () -> new ProjectedGradient(0, 0.1));
    assertThrows(InvalidInputException.class, () -> new ProjectedGradient(1, 0));
    assertThrows(InvalidInputException.class, () -> new ProjectedGradient(1, 1));
  }
}
