package io.github.unitscope.visualize.stat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CosineTest {
  private static final float[] A = {3, 4};

  @Test
  void isTheCosineOfTheAngle() {
    assertEquals(24 / 25.0, Cosine.between(A, new float[] {4, 3}), 1e-12);
    assertEquals(0, Cosine.between(A, new float[] {-4, 3}), 1e-12);
    assertEquals(-1, Cosine.between(A, new float[] {-3, -4}), 1e-12);
  }

  @Test
  void contrastDoesNotCount() {
    assertEquals(24 / 25.0, Cosine.between(A, new float[] {4e-15f, 3e-15f}), 1e-6);
    assertEquals(24 / 25.0, Cosine.between(A, new float[] {4e15f, 3e15f}), 1e-6);
  }

  @Test
  void ofNothingIsNotANumber() {
    assertTrue(Double.isNaN(Cosine.between(A, new float[2])));
  }
}
