package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LogisticTest {
  @Test
  void fastSigmoidIsWithinItsBound() {
    for (int i = -400_000; i <= 400_000; i++) {
      float x = i * 1e-4f;
      float y = Logistic.sigmoid(x);
      assertEquals(1 / (1 + Math.exp(-(double) x)), y, 2e-7, () -> "at " + x);
      assertTrue(y >= 0 && y <= 1, () -> "not in [0, 1]: " + y + " at " + x);
    }
  }

  @Test
  void fastSigmoidSaturates() {
    assertEquals(1, Logistic.sigmoid(Float.MAX_VALUE), 2e-7);
    assertEquals(0, Logistic.sigmoid(-Float.MAX_VALUE), 2e-7);
    assertEquals(1, Logistic.sigmoid(Float.POSITIVE_INFINITY), 2e-7);
    assertEquals(0, Logistic.sigmoid(Float.NEGATIVE_INFINITY), 2e-7);
  }

  @Test
  void exactSigmoidKeepsItsPrecisionInTheTails() {
    assertEquals(0.5, Logistic.sigmoid(0.0));
    assertEquals(1, Logistic.sigmoid(-300.0) / Math.exp(-300), 1e-12);
    assertEquals(1, Logistic.sigmoid(2000.0));
    assertEquals(0, Logistic.sigmoid(-2000.0));
  }

  @Test
  void derivativeIsThatOfTheSigmoid() {
    for (double x = -8; x <= 8; x += 0.125) {
      double difference = (Logistic.sigmoid(x + 1e-5) - Logistic.sigmoid(x - 1e-5)) / 2e-5;
      assertEquals(difference, Logistic.derivative(x), 1e-9);
    }
    assertEquals(1, Logistic.derivative(50) / Math.exp(-50), 1e-12);
    assertEquals(1, Logistic.derivative(-50) / Math.exp(-50), 1e-12);
  }

  @Test
  void softplusNeitherOverflowsNorVanishes() {
    assertEquals(Math.log(2), Logistic.softplus(0), 1e-15);
    assertEquals(1e6, Logistic.softplus(1e6));
    assertEquals(1, Logistic.softplus(-60) / Math.exp(-60), 1e-12);
    for (double x = -30; x <= 30; x += 0.5) {
      assertEquals(Math.log(1 + Math.exp(x)), Logistic.softplus(x), 1e-14 * Math.max(1, x));
      assertEquals(x, Logistic.softplus(x) - Logistic.softplus(-x), 1e-13);
    }
  }
}
