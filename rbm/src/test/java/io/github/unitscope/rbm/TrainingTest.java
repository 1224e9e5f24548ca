package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ImageStatistics;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.LogOdds;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.training.BatchRows;
import io.github.unitscope.stacks.training.LayerStart;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingTest {
  private static final ImageSet IMAGES = TinyRbms.barsAndStripes(6, 600, 1);
  private static final ImageSet VALIDATION = TinyRbms.barsAndStripes(6, 200, 2);
  private static final Workers WORKERS = new Workers(2);

  private static RbmSettings settings(double rate, double sparsityCost, boolean persistent) {
    return RbmSettings.builder()
        .hidden(20)
        .epochs(5)
        .batchSize(20)
        .learningRate(rate)
        .finalLearningRate(rate)
        .momentumEpochs(2)
        .weightDecay(1e-4)
        .persistent(persistent)
        .sparsityTarget(0.05)
        .sparsityCost(sparsityCost)
        .build();
  }

  private static Rbm train(
      RbmSettings settings,
      Workers workers,
      TrainingListener<Object, ? super RbmMetrics> listener) {
    return new DbnTrainer(alone(settings), workers, listener)
        .train(IMAGES, VALIDATION, Seed.root(7))
        .tiedLayers()
        .get(0);
  }

  /** A network of one machine. */
  private static DbnSettings alone(RbmSettings settings) {
    return DbnSettings.of(List.of(settings.hidden())).withAll(settings);
  }

  @Test
  void sameBitsForAnyNumberOfThreads() {
    for (boolean persistent : new boolean[] {false, true}) {
      Rbm two = train(settings(0.1, 0, persistent), WORKERS, TrainingListener.NONE);
      try (Workers one = new Workers(1)) {
        Rbm alone = train(settings(0.1, 0, persistent), one, TrainingListener.NONE);
        assertArrayEquals(two.weights().toRows(), alone.weights().toRows());
        assertArrayEquals(two.visibleBias(), alone.visibleBias());
        assertArrayEquals(two.hiddenBias(), alone.hiddenBias());
      }
    }
  }

  @Test
  void persistentChainsReachTheEntropyOfTwoPatterns() {
    // Neighbours: between patterns far apart the chains of a sharp machine would not move.
    ImageSet patterns = TinyRbms.repeating(4, 1000, 0b0011, 0b0111);
    RbmSettings settings =
        RbmSettings.builder()
            .hidden(3)
            .epochs(200)
            .batchSize(50)
            .finalLearningRate(0.001)
            .momentum(0)
            .finalMomentum(0)
            .weightDecay(0)
            .gibbsSteps(5)
            .persistent(true)
            .build();
    Rbm rbm =
        new DbnTrainer(alone(settings), WORKERS, TrainingListener.NONE)
            .train(patterns, patterns, Seed.root(1))
            .tiedLayers()
            .get(0);
    double likelihood = TinyRbms.meanLogLikelihood(rbm, TinyRbms.repeating(4, 2, 0b0011, 0b0111));
    // No model can do better than −log 2; a machine that ignores the patterns gets −4 log 2.
    assertEquals(-Math.log(2), likelihood, 0.1);
  }

  @Test
  void persistentChainsGoOnWhereTheyWere() {
    // From equal parameters and data the first step is that of CD; the second is not.
    assertEquals(true, movesAlike(1));
    assertEquals(false, movesAlike(2));
  }

  private static boolean movesAlike(int steps) {
    return Arrays.deepEquals(
        weightsAfter(steps, true).toRows(), weightsAfter(steps, false).toRows());
  }

  private static Matrix weightsAfter(int steps, boolean persistent) {
    Rbm rbm = TinyRbms.random(36, 20, 0.1, 1);
    ContrastiveDivergence divergence =
        new ContrastiveDivergence(rbm, settings(0.1, 0, persistent), 20, WORKERS);
    int[] order = IntStream.range(0, 600).toArray();
    for (int step = 0; step < steps; step++) {
      divergence.step(TrainingRows.of(IMAGES), order, 20 * step, 0, Seed.root(step));
    }
    return rbm.weights();
  }

  @Test
  void sparsityPullsTheMeanActivationToItsTarget() {
    List<RbmMetrics> without = new ArrayList<>();
    List<RbmMetrics> with = new ArrayList<>();
    train(settings(0.1, 0, false), WORKERS, collect(without));
    train(settings(0.1, 5, false), WORKERS, collect(with));
    double target = 0.05;
    double free = Math.abs(without.get(4).meanActivation() - target);
    double pulled = Math.abs(with.get(4).meanActivation() - target);
    assertTrue(pulled < 0.03 && pulled < free / 2, pulled + " after, " + free + " before");
  }

  @Test
  void weightDecayShrinksWeightsByItsRate() {
    RbmSettings settings = blankSettings(0, 0.1, 0);
    Rbm decayed = afterBlankSteps(settings, 1);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(0.95 * blank().weights().get(i, j), decayed.weights().get(i, j), 1e-6);
      }
    }
  }

  @Test
  void momentumRepeatsTheLastStep() {
    float w = blank().weights().get(0, 0);
    // Only decay acts: steps of −0.05 w, then −0.05 · 0.95 w, plus half of the first.
    Matrix without = afterBlankSteps(blankSettings(0, 0.1, 0), 2).weights();
    assertEquals(w * 0.95 * 0.95, without.get(0, 0), 1e-6);
    Matrix with = afterBlankSteps(blankSettings(0.5, 0.1, 0), 2).weights();
    assertEquals(w * (0.95 * 0.95 - 0.025), with.get(0, 0), 1e-6);
  }

  @Test
  void aStepAndItsMomentumByHand() {
    int[] halves = IntStream.range(0, 100).map(image -> image < 50 ? 0b0000 : 0b1111).toArray();
    Rbm start = blank();
    Rbm once = afterSteps(blankSettings(0.9, 0, 0), 1, halves);
    Rbm twice = afterSteps(blankSettings(0.9, 0, 0), 2, halves);
    for (int j = 0; j < 3; j++) {
      double first = once.hiddenBias()[j] - start.hiddenBias()[j];
      double second = twice.hiddenBias()[j] - once.hiddenBias()[j];
      double off = Logistic.sigmoid((double) start.hiddenBias()[j]);
      double offOnce = Logistic.sigmoid((double) once.hiddenBias()[j]);
      assertEquals(0.25 * (meanOnFull(start, j) - off), first, 1e-6);
      assertEquals(0.9 * first + 0.25 * (meanOnFull(once, j) - offOnce), second, 1e-6);
      for (int i = 0; i < 4; i++) {
        first = once.weights().get(i, j) - start.weights().get(i, j);
        second = twice.weights().get(i, j) - once.weights().get(i, j);
        assertEquals(0.25 * meanOnFull(start, j), first, 1e-6);
        assertEquals(0.9 * first + 0.25 * meanOnFull(once, j), second, 1e-6);
      }
    }
    for (int i = 0; i < 4; i++) {
      assertEquals(0.25, once.visibleBias()[i] - start.visibleBias()[i], 1e-5);
      assertEquals(0.9 * 0.25 + 0.25, twice.visibleBias()[i] - once.visibleBias()[i], 1e-5);
    }
  }

  /** p(h_j = 1 | v) where all visible units are on. */
  private static double meanOnFull(Rbm rbm, int j) {
    double z = rbm.hiddenBias()[j];
    for (int i = 0; i < rbm.visible(); i++) {
      z += rbm.weights().get(i, j);
    }
    return Logistic.sigmoid(z);
  }

  @Test
  void sparsityMovesTheHiddenBiasByTheGapOfTheRunningMean() {
    Rbm once = afterBlankSteps(blankSettings(0, 0, 2), 1);
    Rbm twice = afterBlankSteps(blankSettings(0, 0, 2), 2);
    for (int j = 0; j < 3; j++) {
      // Rate 0.5, cost 2, target 0.1; the running mean begins at the target.
      double bias = blank().hiddenBias()[j];
      double mean = 0.9 * 0.1 + 0.1 * Logistic.sigmoid(bias);
      bias += 0.5 * 2 * (0.1 - mean);
      assertEquals(bias, once.hiddenBias()[j], 1e-6);
      mean = 0.9 * mean + 0.1 * Logistic.sigmoid(bias);
      bias += 0.5 * 2 * (0.1 - mean);
      assertEquals(bias, twice.hiddenBias()[j], 1e-6);
    }
    assertArrayEquals(blank().weights().toRows(), twice.weights().toRows());
  }

  /** A machine that never switches a visible unit on: blank images give it no gradient. */
  private static Rbm blank() {
    Rbm rbm = TinyRbms.random(4, 3, 1, 2);
    Arrays.fill(rbm.visibleBias(), -60f);
    return rbm;
  }

  private static RbmSettings blankSettings(double momentum, double decay, double sparsityCost) {
    return RbmSettings.builder()
        .hidden(3)
        .epochs(1)
        .learningRate(0.5)
        .finalLearningRate(0.5)
        .momentum(momentum)
        .finalMomentum(momentum)
        .weightDecay(decay)
        .sparsityCost(sparsityCost)
        .build();
  }

  private static Rbm afterBlankSteps(RbmSettings settings, int steps) {
    return afterSteps(settings, steps, 0);
  }

  private static Rbm afterSteps(RbmSettings settings, int steps, int... states) {
    TrainingRows rows = TrainingRows.of(TinyRbms.repeating(4, 100, states));
    Rbm rbm = blank();
    ContrastiveDivergence divergence = new ContrastiveDivergence(rbm, settings, 100, WORKERS);
    for (int step = 0; step < steps; step++) {
      divergence.step(rows, IntStream.range(0, 100).toArray(), 0, 0, Seed.root(step));
    }
    return rbm;
  }

  @Test
  void divergenceStopsWithAdviceAndKeepsTheLastGoodMachine() {
    TrainingDivergedException e =
        assertThrows(
            TrainingDivergedException.class,
            () -> train(settings(1e6, 0, false), WORKERS, TrainingListener.NONE));
    assertTrue(e.getMessage().contains("try a learning rate of"), e.getMessage());
    Rbm lastGood = e.lastGood(Dbn.class).orElseThrow().tiedLayers().get(0);
    assertTrue(lastGood.isFinite());
    // That was the first epoch: what is left is the untrained machine.
    float[] means = ImageStatistics.of(IMAGES, 600).meanImage();
    assertArrayEquals(LogOdds.of(means), lastGood.visibleBias(), 1e-5f);
    assertArrayEquals(new float[20], lastGood.hiddenBias());
  }

  @Test
  void divergenceOfALayerKeepsTheLayersBelow() {
    DbnSettings settings = DbnSettings.of(List.of(20, 7)).withAll(settings(0.1, 0, false));
    List<Rbm> firstLayer = new ArrayList<>();
    TrainingListener<Rbm, RbmMetrics> spoilSecondLayer =
        new TrainingListener<>() {
          @Override
          public void onEpoch(RbmMetrics metrics, Rbm rbm) {
            if (metrics.layer() == 1) {
              firstLayer.add(rbm);
            } else if (metrics.epoch() == 2) {
              rbm.weights().fill(Float.NaN);
            }
          }
        };
    DbnTrainer trainer = new DbnTrainer(settings, WORKERS, spoilSecondLayer);
    TrainingDivergedException e =
        assertThrows(
            TrainingDivergedException.class, () -> trainer.train(IMAGES, VALIDATION, Seed.root(3)));
    assertTrue(e.getMessage().contains("layer 2 diverged in epoch 3"), e.getMessage());
    List<Rbm> lastGood = e.lastGood(Dbn.class).orElseThrow().tiedLayers();
    assertEquals(2, lastGood.size());
    assertSame(firstLayer.get(4), lastGood.get(0));
    assertTrue(lastGood.get(1).isFinite());
  }

  /** Images from 10,000 on are read for nothing but the steps. */
  @Test
  void everyEpochUsesEveryImageOnceInAnOrderOfItsOwn() {
    List<Integer> read = new ArrayList<>();
    ImageSet recorded =
        new ImageSet() {
          @Override
          public ImageShape shape() {
            return ImageShape.grey(1, 2);
          }

          @Override
          public int size() {
            return 10_500;
          }

          @Override
          public void read(int index, float[] pixels) {
            pixels[0] = index % 2;
            if (index >= 10_000) {
              read.add(index);
            }
          }
        };
    RbmSettings settings = RbmSettings.builder().hidden(1).epochs(2).batchSize(21).build();
    try (Workers one = new Workers(1)) {
      new DbnTrainer(alone(settings), one, TrainingListener.NONE)
          .train(recorded, TinyRbms.repeating(2, 1, 1), Seed.root(1));
    }
    assertEquals(2 * 500, read.size());
    assertEquals(500, new HashSet<>(read.subList(0, 500)).size());
    assertEquals(500, new HashSet<>(read.subList(500, 1000)).size());
    assertNotEquals(read.subList(0, 500), read.subList(500, 1000));
  }

  @Test
  void aSetWithoutImagesIsRefused() {
    ImageSet none = TinyRbms.repeating(36, 0, 0);
    DbnTrainer trainer =
        new DbnTrainer(alone(settings(0.1, 0, false)), WORKERS, TrainingListener.NONE);
    assertThrows(InvalidInputException.class, () -> trainer.train(none, VALIDATION, Seed.root(1)));
    assertThrows(InvalidInputException.class, () -> trainer.train(IMAGES, none, Seed.root(1)));
  }

  @Test
  void visibleBiasesBeginAtTheLogOddsOfTheMeans() {
    assertArrayEquals(
        new float[] {(float) -Math.log(999), 0, (float) Math.log(3), (float) Math.log(999)},
        LogOdds.of(new float[] {0, 0.5f, 0.75f, 1}),
        1e-4f);
  }

  @Test
  void schedulesGoFromTheFirstToTheLastEpoch() {
    RbmSettings settings =
        RbmSettings.builder()
            .epochs(11)
            .learningRate(0.2)
            .finalLearningRate(0.1)
            .momentumEpochs(3)
            .build();
    assertEquals(0.2, settings.learningRateAt(0), 1e-12);
    assertEquals(0.15, settings.learningRateAt(5), 1e-12);
    assertEquals(0.1, settings.learningRateAt(10), 1e-12);
    assertEquals(0.5, settings.momentumAt(2));
    assertEquals(0.9, settings.momentumAt(3));
  }

  @Test
  void secondLayerLearnsFromTheMeansOfTheFirst() {
    DbnSettings settings = DbnSettings.of(List.of(20, 7)).withAll(settings(0.1, 0, false));
    DbnTrainer trainer = new DbnTrainer(settings, WORKERS, TrainingListener.NONE);
    Dbn dbn = trainer.train(IMAGES, VALIDATION, Seed.root(3));
    LogisticLayer first = dbn.tiedLayers().get(0).upward();
    Seed seed = Seed.root(3).derive(2);
    try (TrainingRows means = TrainingRows.hiddenMeans(TrainingRows.of(IMAGES), first, WORKERS);
        TrainingRows validation =
            TrainingRows.hiddenMeans(TrainingRows.of(VALIDATION), first, WORKERS)) {
      LayerStart<Rbm, RbmMetrics> second = trainer.begin(2, means, validation, 20, seed, WORKERS);
      for (int step = 0; step < 5 * 30; step++) {
        int epoch = step / 30;
        int[] order = Shuffle.order(600, seed.derive("order").derive(epoch));
        Seed ofStep = seed.derive("step").derive(step);
        second.rule().step(means, order, step % 30 * 20, epoch, ofStep);
      }
      assertArrayEquals(second.layer().weights().toRows(), dbn.weights(2).toRows());
    }
  }

  @Test
  void layersHaveToFitEachOther() {
    Rbm first = TinyRbms.random(36, 20, 1, 1);
    Rbm second = TinyRbms.random(19, 5, 1, 1);
    InvalidInputException e =
        assertThrows(
            InvalidInputException.class, () -> new Dbn(IMAGES.shape(), List.of(first, second)));
    assertTrue(e.getMessage().contains("layer 2"), e.getMessage());
  }

  @Test
  void binarizationGivesStatesOfZeroAndOne() {
    for (Binarization binarization : List.of(Binarization.THRESHOLD, Binarization.SAMPLE)) {
      BatchRows data = new BatchRows(50, 4, WORKERS);
      Seed seed = Seed.root(1).derive("binarize");
      float[][] images = new float[50][];
      Arrays.setAll(images, row -> new float[] {0.6f, 0.6f, 0.6f, 0.6f});
      data.read(
          rows(images),
          IntStream.range(0, 50).toArray(),
          0,
          row -> binarization.apply(data.values()[row], seed.derive(row)));
      double on = 0;
      for (float[] row : data.values()) {
        for (float value : row) {
          assertTrue(value == 0 || value == 1);
          on += value / 200;
        }
      }
      // 0.6 ± four standard errors of 200 draws; everything is on above the threshold.
      assertEquals(binarization == Binarization.SAMPLE ? 0.6 : 1, on, 0.14);
    }
  }

  private static TrainingRows rows(float[][] values) {
    return new TrainingRows() {
      @Override
      public int size() {
        return values.length;
      }

      @Override
      public int width() {
        return values[0].length;
      }

      @Override
      public void read(int[] indices, int from, float[][] out) {
        for (int row = 0; row < out.length; row++) {
          System.arraycopy(values[indices[from + row]], 0, out[row], 0, width());
        }
      }
    };
  }

  private static TrainingListener<Object, RbmMetrics> collect(List<RbmMetrics> metrics) {
    return new TrainingListener<>() {
      @Override
      public void onEpoch(RbmMetrics epoch, Object rbm) {
        metrics.add(epoch);
      }
    };
  }
}
