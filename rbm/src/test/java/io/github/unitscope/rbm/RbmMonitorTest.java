package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.stacks.training.TrainingRows;
import org.junit.jupiter.api.Test;

class RbmMonitorTest {
  /** Without weights nothing depends on the hidden sample, and all can be worked by hand. */
  private static final Rbm UNCONNECTED =
      new Rbm(Matrix.zeros(3, 2), new float[] {1, -2, 0.5f}, new float[] {0.3f, -0.7f});

  private static final int TRAIN = 0b011;
  private static final int VALIDATION = 0b100;

  private static double on(int unit) {
    return Logistic.sigmoid((double) UNCONNECTED.visibleBias()[unit]);
  }

  @Test
  void measuresByHand() {
    double error = Math.pow(1 - on(0), 2) + Math.pow(1 - on(1), 2) + Math.pow(on(2), 2);
    double likelihood = Math.log(1 - on(0)) + Math.log(1 - on(1)) + Math.log(on(2));
    double activation = (Logistic.sigmoid((double) 0.3f) + Logistic.sigmoid((double) -0.7f)) / 2;
    try (Workers workers = new Workers(1)) {
      RbmMonitor monitor =
          new RbmMonitor(
              TrainingRows.of(TinyRbms.repeating(3, 30, TRAIN)),
              TrainingRows.of(TinyRbms.repeating(3, 20, VALIDATION)),
              Seed.root(1),
              workers);
      RbmMetrics metrics = monitor.measure(UNCONNECTED, 2, 4, 0.05, 1.5);
      assertEquals(error, metrics.reconstructionError(), 1e-5);
      double trainEnergy = -TinyRbms.logUnnormalized(UNCONNECTED, TRAIN);
      double validationEnergy = -TinyRbms.logUnnormalized(UNCONNECTED, VALIDATION);
      assertEquals(trainEnergy, metrics.trainFreeEnergy(), 1e-5);
      assertEquals(validationEnergy, metrics.validationFreeEnergy(), 1e-5);
      assertEquals(validationEnergy - trainEnergy, metrics.freeEnergyGap(), 1e-5);
      assertEquals(likelihood, metrics.pseudoLikelihood(), 1e-5);
      assertEquals(activation, metrics.meanActivation(), 1e-6);
      assertEquals(2, metrics.layer());
      assertEquals(5, metrics.epoch());
      assertEquals(0.05, metrics.learningRate());
      assertEquals(1.5, metrics.seconds());
    }
  }
}
