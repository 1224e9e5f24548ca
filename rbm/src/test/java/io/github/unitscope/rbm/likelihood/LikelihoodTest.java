package io.github.unitscope.rbm.likelihood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.DbnTrainer;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.TinyRbms;
import io.github.unitscope.rbm.machine.LogOdds;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.testing.ConstantImages;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikelihoodTest {
  private static final Workers WORKERS = new Workers(2);

  @Test
  void exactPartitionAgreesWithBruteForce() {
    for (int hidden = 1; hidden <= 5; hidden++) {
      Rbm rbm = TinyRbms.random(6, hidden, 1, hidden);
      assertEquals(TinyRbms.logPartition(rbm), ExactPartition.of(rbm, WORKERS).value(), 1e-5);
    }
  }

  /** With 11 visible units there is more than one logarithm a state; 400 is beyond the tables. */
  @ParameterizedTest
  @CsvSource({"1, 1", "4, 1", "5, 1", "5, 8", "4, 400", "5, 400"})
  void exactPartitionAgreesWithTheSumOverVisibleStates(int hidden, double deviation) {
    Rbm rbm = TinyRbms.random(11, hidden, deviation, hidden);
    double[] terms = new double[1 << 11];
    Arrays.setAll(terms, v -> TinyRbms.logUnnormalized(rbm, v));
    LogPartition exact = ExactPartition.of(rbm, WORKERS);
    assertEquals(LogSum.of(terms), exact.value(), 1e-9 * Math.abs(exact.value()));
    assertEquals(exact.value(), exact.low());
    assertEquals(exact.value(), exact.high());
  }

  @Test
  void logSumOfHugeNumbersIsFinite() {
    assertEquals(1000 + Math.log(2), LogSum.of(new double[] {1000, 1000, -1000}), 1e-12);
    assertEquals(-1000 + Math.log(2), LogSum.of(new double[] {-1000, -1000}), 1e-12);
    assertEquals(Double.NEGATIVE_INFINITY, LogSum.of(new double[] {Double.NEGATIVE_INFINITY}));
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
        RbmSettings.builder()
            .hidden(20)
            .epochs(20)
            .batchSize(50)
            .finalLearningRate(0.01)
            .weightDecay(0)
            .build();
    Rbm rbm =
        new DbnTrainer(
                DbnSettings.of(List.of(20)).withAll(settings), WORKERS, TrainingListener.NONE)
            .train(images, images, Seed.root(1))
            .tiedLayers()
            .get(0);
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

  /** However few the temperatures: the mean weight is an unbiased estimate of the ratio. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void annealingOfManyChainsIsUnbiased(int steps) {
    Rbm rbm = TinyRbms.random(4, 3, 0.7, 5);
    LogPartition estimate =
        new AnnealedImportanceSampling(20_000, steps)
            .estimate(rbm, new float[] {0.5f, -0.5f, 0, 1}, Seed.root(steps), WORKERS);
    double exact = TinyRbms.logPartition(rbm);
    assertTrue(estimate.high() - estimate.low() < 0.1, "too wide: " + estimate);
    assertTrue(estimate.low() <= exact && exact <= estimate.high(), exact + " in " + estimate);
  }

  @Test
  void annealingIsExactWithoutWeights() {
    float[] visibleBias = {0.5f, -2, 3};
    float[] hiddenBias = {1, -1};
    Rbm rbm = new Rbm(Matrix.zeros(3, 2), visibleBias, hiddenBias);
    LogPartition estimate =
        new AnnealedImportanceSampling(5, 7).estimate(rbm, visibleBias, Seed.root(1), WORKERS);
    double exact = TinyRbms.logPartition(rbm);
    assertEquals(exact, estimate.value(), 1e-9);
    assertEquals(exact, estimate.low(), 1e-6);
    assertEquals(exact, estimate.high(), 1e-6);
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
  void greyPixelsAreDrawnWithTheirValueAsProbability() {
    Rbm rbm = TinyRbms.random(5, 3, 1, 4);
    int size = 20_000;
    double mean = 0;
    double square = 0;
    for (int v = 0; v < 1 << 5; v++) {
      double probability =
          Math.pow(0.3, Integer.bitCount(v)) * Math.pow(0.7, 5 - Integer.bitCount(v));
      mean += probability * TinyRbms.logUnnormalized(rbm, v);
      square += probability * Math.pow(TinyRbms.logUnnormalized(rbm, v), 2);
    }
    double error = Math.sqrt((square - mean * mean) / size);
    LogLikelihood measured =
        LogLikelihood.of(
            rbm,
            new LogPartition(10, 9, 12),
            new ConstantImages(ImageShape.grey(1, 5), size, 0.3f),
            Seed.root(1),
            WORKERS);
    assertEquals(mean - 10, measured.mean(), 4 * error);
    assertEquals(error, measured.standardError(), 0.05 * error);
    assertEquals(measured.mean() - 2, measured.low(), 1e-9);
    assertEquals(measured.mean() + 1, measured.high(), 1e-9);
  }

  @Test
  void tooFewChainsAreRefused() {
    assertThrows(InvalidInputException.class, () -> new AnnealedImportanceSampling(1, 100));
    assertThrows(InvalidInputException.class, () -> new AnnealedImportanceSampling(10, 0));
  }
}
