package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.rbm.machine.Rbm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RbmTest {
  private static final Rbm RBM = TinyRbms.random(4, 3, 1.2, 3);

  @Test
  void freeEnergySumsOutTheHiddenUnits() {
    Matrix visible = allStates(4);
    double[] freeEnergy = RBM.freeEnergy(visible);
    for (int v = 0; v < 16; v++) {
      assertEquals(-Math.log(TinyRbms.unnormalized(RBM, v)), freeEnergy[v], 1e-5);
    }
  }

  @Test
  void propUpGivesTheConditionalMeans() {
    Matrix means = Matrix.zeros(16, 3);
    RBM.propUp(allStates(4), means);
    for (int v = 0; v < 16; v++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(conditional(v, j), means.get(v, j), 1e-6);
      }
    }
  }

  private static double conditional(int v, int unit) {
    double on = 0;
    for (int h = 0; h < 8; h++) {
      on += (h >> unit & 1) * Math.exp(TinyRbms.negativeEnergy(RBM, v, h));
    }
    return on / TinyRbms.unnormalized(RBM, v);
  }

  @Test
  void propDownGivesTheConditionalMeans() {
    Matrix means = Matrix.zeros(8, 4);
    RBM.propDown(allStates(3), means);
    for (int h = 0; h < 8; h++) {
      for (int i = 0; i < 4; i++) {
        double off = TinyRbms.negativeEnergy(RBM, 0, h);
        double on = TinyRbms.negativeEnergy(RBM, 1 << i, h);
        assertEquals(1 / (1 + Math.exp(off - on)), means.get(h, i), 1e-6);
      }
    }
  }

  @Test
  void pseudoLikelihoodAgreesWithEnumeration() {
    int rows = 16;
    Matrix visible = Matrix.zeros(rows, 4);
    double exact = 0;
    for (int row = 0; row < rows; row++) {
      int v = row % 16;
      for (int i = 0; i < 4; i++) {
        visible.set(row, i, v >> i & 1);
        double other = TinyRbms.unnormalized(RBM, v ^ 1 << i);
        double own = TinyRbms.unnormalized(RBM, v);
        exact += Math.log(own / (own + other)) / rows;
      }
    }
    try (Workers workers = new Workers(2)) {
      assertEquals(exact, PseudoLikelihood.of(RBM, visible, workers), 1e-5);
    }
  }

  /** More units than go into one logarithm or one shard; 48 is the largest weight of the last. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 6, 15})
  void pseudoLikelihoodKeepsItsDigitsWhereWeightsAreLarge(double deviation) {
    Rbm rbm = TinyRbms.random(20, 20, deviation, 3);
    SplitMix64 random = Seed.root(1).stream();
    Matrix visible = Matrix.zeros(16, 20);
    double exact = 0;
    for (int row = 0; row < 16; row++) {
      int v = random.nextInt(1 << 20);
      double own = TinyRbms.logUnnormalized(rbm, v);
      for (int i = 0; i < 20; i++) {
        visible.set(row, i, v >> i & 1);
        double other = TinyRbms.logUnnormalized(rbm, v ^ 1 << i);
        exact -= Logistic.softplus(other - own) / 16;
      }
    }
    try (Workers workers = new Workers(2)) {
      double measured = PseudoLikelihood.of(rbm, visible, workers);
      assertEquals(exact, measured, 1e-6 * Math.abs(exact));
    }
  }

  @Test
  void pseudoLikelihoodRoundsGreyValues() {
    Matrix grey = Matrix.of(new float[] {0.4f, 0.5f, 1, 0}, new float[] {0.9f, 0.1f, 0, 0.6f});
    Matrix binary = Matrix.of(new float[] {0, 1, 1, 0}, new float[] {1, 0, 0, 1});
    float[][] before = grey.toRows();
    try (Workers workers = new Workers(1)) {
      assertEquals(
          PseudoLikelihood.of(RBM, binary, workers), PseudoLikelihood.of(RBM, grey, workers));
    }
    assertArrayEquals(before, grey.toRows());
  }

  @Test
  void copyIsIndependent() {
    Rbm copy = RBM.copy();
    copy.weights().set(0, 0, Float.NaN);
    assertFalse(copy.isFinite());
    assertEquals(true, RBM.isFinite());
  }

  @Test
  void biasesHaveToFit() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Rbm(Matrix.zeros(3, 2), new float[3], new float[3]));
  }

  private static Matrix allStates(int units) {
    Matrix states = Matrix.zeros(1 << units, units);
    for (int state = 0; state < 1 << units; state++) {
      for (int i = 0; i < units; i++) {
        states.set(state, i, state >> i & 1);
      }
    }
    return states;
  }
}
