package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.testing.RandomValues;
import org.junit.jupiter.api.Test;

class ConstraintTest {
  private static final double NORM = 3;

  private static float[][] random(int seed) {
    return RandomValues.rows(Seed.root(seed), 80, 130, 1);
  }

  private static float[] projected(Constraint constraint, float... image) {
    float[] projected = image.clone();
    constraint.project(projected);
    return projected;
  }

  private static float[] feasible(Constraint constraint, float[] image, float[] direction) {
    float[] feasible = direction.clone();
    constraint.makeFeasible(image, feasible);
    return feasible;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  @Test
  void projectionOnTheSphereKeepsTheDirection() {
    assertArrayEquals(new float[] {6, -8}, projected(new Sphere(10), 0.3f, -0.4f), 1e-5f);
  }

  @Test
  void projectionInTheBoxClipsEveryValue() {
    assertArrayEquals(new float[] {-1, 0.5f, 2}, projected(new Box(-1, 2), -3, 0.5f, 7));
  }

  @Test
  void projectionIsIdempotent() {
    for (float[] image : random(1)) {
      float[] once = projected(new Sphere(NORM), image);
      assertArrayEquals(once, projected(new Sphere(NORM), once), 1e-6f);
      float[] inside = projected(new Box(-0.5, 0.7), image);
      assertArrayEquals(inside, projected(new Box(-0.5, 0.7), inside));
    }
  }

  @Test
  void anImageOfZerosStaysFinite() {
    assertArrayEquals(new float[3], projected(new Sphere(1), new float[3]));
  }

  @Test
  void onTheSphereDirectionsAreTheTangentialPartOfTheGradient() {
    float[][] images = random(1);
    float[][] gradients = random(2);
    for (int row = 0; row < images.length; row++) {
      float[] image = projected(new Sphere(NORM), images[row]);
      float[] direction = feasible(new Sphere(NORM), image, gradients[row]);
      double square = dot(direction, direction);
      assertEquals(0, dot(image, direction), 1e-4);
      assertEquals(square, dot(gradients[row], direction), 1e-5 * square);
      assertTrue(square > 1, "nothing is left of the gradient");
    }
  }

  @Test
  void onTheSphereNothingIsLeftWhereTheGradientPointsOutwards() {
    for (float[] each : random(1)) {
      float[] image = projected(new Sphere(NORM), each);
      float[] direction = feasible(new Sphere(NORM), image, image);
      assertEquals(0, dot(direction, direction), 1e-10);
    }
  }

  @Test
  void inTheBoxOnlyTheWayOutIsBlocked() {
    float[] image = {0, 0, 1, 1, 0.5f, 0.5f};
    float[] direction = feasible(new Box(0, 1), image, new float[] {-2, 2, -3, 3, -4, 4});
    assertArrayEquals(new float[] {0, 2, -3, 0, -4, 4}, direction);
  }

  @Test
  void inTheBoxNothingElseMovesWhatTheGradientMayNot() {
    float[] direction = {1, -2, 3};
    new Box(0, 1).keepBlocked(new float[] {0, 5, 0}, direction);
    assertArrayEquals(new float[] {0, -2, 0}, direction);
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
    assertThrows(InvalidInputException.class, () -> new ProjectedGradient(1, 0.1, -1));
    assertThrows(InvalidInputException.class, () -> new ProjectedGradient(1, 0.1, 101));
  }
}
