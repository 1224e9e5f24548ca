package io.github.unitscope.rbm.likelihood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.rbm.Binarization;
import io.github.unitscope.rbm.LogOdds;
import io.github.unitscope.rbm.Rbm;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.RbmTrainer;
import io.github.unitscope.rbm.TinyRbms;
import io.github.unitscope.rbm.TrainingListener;
import org.junit.jupiter.api.Test;

class LikelihoodTest {
  private static final Workers WORKERS = new Workers(2);

  @Test
  void exactPartitionAgreesWithBruteForce() {
    for (int hidden = 1; hidden <= 5; hidden++) {
      Rbm rbm = TinyRbms.random(6, hidden, 1, hidden);
      assertEquals(TinyRbms.logPartition(rbm), ExactPartition.of(rbm, WORKERS).value(), 1e-5);
    }
  }

  @Test
  void exactPartitionOfLargeWeightsDoesNotOverflow() {
    Rbm rbm = TinyRbms.random(6, 4, 1, 1);
    rbm.visibleBias()[0] = 500;
    // With that unit always on, Z = exp(500) · Z of the rest with its weights as biases.
    double[] brute = new double[1 << 10];
    for (int v = 0; v < 1 << 6; v++) {
      for (int h = 0; h < 1 << 4; h++) {
        brute[v << 4 | h] = negativeEnergy(rbm, v, h);
      }
    }
    assertEquals(LogSum.of(brute), ExactPartition.of(rbm, WORKERS).value(), 1e-3);
  }

  private static double negativeEnergy(Rbm rbm, int v, int h) {
    double sum = 0;
    for (int i = 0; i < rbm.visible(); i++) {
      sum += (v >> i & 1) * rbm.visibleBias()[i];
      for (int j = 0; j < rbm.hidden(); j++) {
        sum += (v >> i & 1) * (h >> j & 1) * rbm.weights().get(i, j);
      }
    }
    for (int j = 0; j < rbm.hidden(); j++) {
      sum += (h >> j & 1) * rbm.hiddenBias()[j];
    }
    return sum;
  }

  @Test
  void enumerationOfManyUnitsIsRefused() {
    Rbm rbm = TinyRbms.random(4, 21, 1, 1);
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> ExactPartition.of(rbm, WORKERS));
    assertTrue(e.getMessage().contains("annealed importance sampling"), e.getMessage());
  }

  @Test
  void annealingComesWithinHalfANatOfTheExactValueOfATrainedMachine() {
    ImageSet images = TinyRbms.barsAndStripes(10, 2000, 1);
    RbmSettings settings =
        new RbmSettings(20, 20, 50, 0.1, 0.01, 0.5, 0.9, 5, 0, 1, false, 0.1, 0, Binarization.NONE);
    Rbm rbm =
        new RbmTrainer(settings, WORKERS, TrainingListener.NONE)
            .train(images, images, Seed.root(1));
    double exact = ExactPartition.of(rbm, WORKERS).value();
    double untrained = 120 * Math.log(2);
    assertTrue(Math.abs(exact - untrained) > 5, "training has moved the partition function");
    LogPartition estimate = anneal(rbm, images, 128, 4000);
    assertEquals(exact, estimate.value(), 0.5);
    assertTrue(estimate.low() <= exact && exact <= estimate.high(), exact + " in " + estimate);
  }

  private static LogPartition anneal(Rbm rbm, ImageSet images, int runs, int steps) {
    float[] bias = LogOdds.of(ImageStatistics.of(images, 1000).meanImage());
    return new AnnealedImportanceSampling(runs, steps).estimate(rbm, bias, Seed.root(1), WORKERS);
  }

  @Test
  void annealingGivesTheSameBitsForAnyNumberOfThreads() {
    Rbm rbm = TinyRbms.random(30, 10, 0.3, 1);
    AnnealedImportanceSampling sampling = new AnnealedImportanceSampling(70, 100);
    try (Workers one = new Workers(1)) {
      assertEquals(
          sampling.estimate(rbm, new float[30], Seed.root(1), WORKERS),
          sampling.estimate(rbm, new float[30], Seed.root(1), one));
    }
  }

  @Test
  void logLikelihoodAgreesWithEnumeration() {
    Rbm rbm = TinyRbms.random(5, 3, 1, 4);
    ImageSet images = TinyRbms.repeating(5, 300, 0b00011, 0b10100, 0b11111);
    double exact = 0;
    for (int v : new int[] {0b00011, 0b10100, 0b11111}) {
      exact += Math.log(TinyRbms.unnormalized(rbm, v)) / 3;
    }
    LogLikelihood measured =
        LogLikelihood.of(rbm, ExactPartition.of(rbm, WORKERS), images, Seed.root(1), WORKERS);
    assertEquals(exact - TinyRbms.logPartition(rbm), measured.mean(), 1e-5);
    assertEquals(300, measured.images());
  }

  @Test
  void tooFewChainsAreRefused() {
    assertThrows(InvalidInputException.class, () -> new AnnealedImportanceSampling(1, 100));
    assertThrows(InvalidInputException.class, () -> new AnnealedImportanceSampling(10, 0));
  }
}
