package io.github.unitscope.rbm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StopRequestedException;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.training.TrainingDivergedException;
import io.github.unitscope.stacks.training.TrainingListener;
import io.github.unitscope.testing.StoppingCheckpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResumeTest {
  private static final ImageSet IMAGES = TinyRbms.barsAndStripes(5, 70, 1);
  private static final ImageSet VALIDATION = TinyRbms.barsAndStripes(5, 30, 2);
  private static final Workers ONE = new Workers(1);
  private static final Workers TWO = new Workers(2);
  private static final int EPOCHS = 3;
  private static final int STEPS = 3 * EPOCHS;

  @TempDir Path folder;

  @AfterAll
  static void close() {
    ONE.close();
    TWO.close();
  }

  /** What a training can differ in. */
  private enum Variant {
    CD(settings(0.1, 0.02, 0.5, 1, false, 0, Binarization.NONE), VisibleUnits.BERNOULLI),
    WITHOUT_MOMENTUM(settings(0.1, 0.1, 0, 2, false, 0, Binarization.NONE), VisibleUnits.BERNOULLI),
    PCD(settings(1, 0.5, 0.5, 2, true, 0, Binarization.SAMPLE), VisibleUnits.BERNOULLI),
    SPARSE(settings(0.1, 0.1, 0.3, 1, false, 4, Binarization.THRESHOLD), VisibleUnits.BERNOULLI),
    GAUSSIAN(settings(0.05, 0.01, 0.5, 1, true, 2, Binarization.NONE), VisibleUnits.GAUSSIAN),
    TEMPERED(tempered(15), VisibleUnits.BERNOULLI),
    TEMPERED_GAUSSIAN(tempered(0.05), VisibleUnits.GAUSSIAN);

    private final DbnSettings settings;

    Variant(RbmSettings settings, VisibleUnits visibleUnits) {
      this.settings =
          DbnSettings.of(List.of(7, 4))
              .withVisibleUnits(visibleUnits)
              .withFirst(settings)
              .withUpper(slower(settings));
    }
  }

  /** With a rate at which the ladder grows within a few steps. */
  private static RbmSettings tempered(double rate) {
    return settings(rate, rate / 2, 0, 2, false, 0, Binarization.NONE).toBuilder()
        .tempering(new Tempering(128))
        .build();
  }

  /** For hidden means, which vary less than images. */
  private static RbmSettings slower(RbmSettings s) {
    return settings(
            s.learningRate() / 20,
            s.finalLearningRate() / 20,
            s.momentum(),
            s.gibbsSteps(),
            s.persistent(),
            s.sparsityCost(),
            s.binarize())
        .toBuilder()
        .tempering(s.tempering())
        .build();
  }

  private static RbmSettings settings(
      double rate,
      double finalRate,
      double momentum,
      int gibbsSteps,
      boolean persistent,
      double sparsityCost,
      Binarization binarize) {
    return RbmSettings.builder()
        .hidden(1)
        .epochs(EPOCHS)
        .batchSize(20)
        .learningRate(rate)
        .finalLearningRate(finalRate)
        .momentum(momentum)
        .finalMomentum(momentum)
        .momentumEpochs(1)
        .weightDecay(1e-3)
        .gibbsSteps(gibbsSteps)
        .persistent(persistent)
        .sparsityCost(sparsityCost)
        .binarize(binarize)
        .build();
  }

  /** What somebody sees of a training, resumed or not. */
  private static final class Record implements TrainingListener<Rbm, RbmMetrics> {
    private final List<RbmMetrics> epochs = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();
    private long lastStep;

    @Override
    public void onResume(int layer, long step, long steps, List<? extends RbmMetrics> measured) {
      resumed.add(String.format(Locale.ROOT, "layer %d, %d of %d", layer, step, steps));
      epochs.addAll(measured);
      lastStep = step;
    }

    @Override
    public void onStep(int layer, long step, long steps) {
      assertEquals(lastStep % steps + 1, step);
      lastStep = step;
    }

    @Override
    public void onEpoch(RbmMetrics metrics, Rbm rbm) {
      epochs.add(metrics);
    }

    /** Without how long it took. */
    private List<List<Double>> numbers() {
      return epochs.stream()
          .map(
              m ->
                  List.of(
                      (double) m.layer(),
                      (double) m.epoch(),
                      m.reconstructionError(),
                      m.trainFreeEnergy(),
                      m.validationFreeEnergy(),
                      m.pseudoLikelihood(),
                      m.meanActivation(),
                      m.learningRate()))
          .toList();
    }
  }

  private static Dbn train(
      DbnSettings settings, Workers workers, Record record, Checkpoints checkpoints) {
    return new DbnTrainer(settings, workers, record, checkpoints)
        .train(IMAGES, VALIDATION, Seed.root(5));
  }

  private static void assertSameBits(Dbn expected, Dbn actual) {
    assertEquals(expected.tiedLayers().size(), actual.tiedLayers().size());
    for (int i = 0; i < expected.tiedLayers().size(); i++) {
      assertSameBits(expected.tiedLayers().get(i), actual.tiedLayers().get(i));
    }
    assertEquals(expected.ladders().keySet(), actual.ladders().keySet());
    expected
        .ladders()
        .forEach(
            (layer, ladder) -> {
              assertEquals(ladder.size(), actual.rungs(layer));
              for (int rung = 0; rung < ladder.size(); rung++) {
                assertSameBits(
                    ladder.rungs().get(rung), actual.ladders().get(layer).rungs().get(rung));
              }
            });
  }

  private static void assertSameBits(Rbm expected, Rbm actual) {
    assertArrayEquals(expected.weights().toRows(), actual.weights().toRows());
    assertArrayEquals(expected.visibleBias(), actual.visibleBias());
    assertArrayEquals(expected.hiddenBias(), actual.hiddenBias());
  }

  /** Otherwise the variants with a ladder would show little. */
  @Test
  void laddersGrowInThisTest() {
    Dbn dbn = train(Variant.TEMPERED.settings, TWO, new Record(), Checkpoints.NONE);
    assertTrue(dbn.rungs(1) > 2, "rungs " + dbn.rungs(1));
  }

  @ParameterizedTest
  @EnumSource(Variant.class)
  void stoppedAfterEveryStepItEndsWithTheSameBits(Variant variant) {
    Record undisturbed = new Record();
    Dbn expected = train(variant.settings, TWO, undisturbed, Checkpoints.NONE);
    int stops = 0;
    Dbn resumed = null;
    Record record = null;
    while (resumed == null) {
      record = new Record();
      try {
        Workers workers = stops % 2 == 0 ? ONE : TWO;
        resumed = train(variant.settings, workers, record, file(1));
      } catch (StopRequestedException e) {
        stops++;
      }
    }
    assertEquals(2 * STEPS, stops);
    assertSameBits(expected, resumed);
    assertEquals(undisturbed.numbers(), record.numbers());
  }

  @Test
  void stoppedOnceAnywhereItEndsWithTheSameBits() {
    DbnSettings settings = Variant.PCD.settings;
    Record undisturbed = new Record();
    Dbn expected = train(settings, TWO, undisturbed, Checkpoints.NONE);
    for (int steps = 1; steps <= 2 * STEPS; steps++) {
      stopAfter(steps, settings);
      Record record = new Record();
      assertSameBits(expected, train(settings, TWO, record, file(1000)));
      assertEquals(undisturbed.numbers(), record.numbers());
      assertTrue(folder.resolve("state.npz").toFile().delete());
    }
  }

  private StoppingCheckpoints file(int steps) {
    return new StoppingCheckpoints(folder.resolve("state.npz"), steps);
  }

  private void stopAfter(int steps, DbnSettings settings) {
    assertThrows(
        StopRequestedException.class, () -> train(settings, ONE, new Record(), file(steps)));
  }

  @Test
  void theListenerHearsWhereItGoesOn() {
    DbnSettings settings = Variant.CD.settings;
    stopAfter(STEPS + 4, settings);
    Record record = new Record();
    train(settings, ONE, record, file(1000));
    assertEquals(List.of("layer 1, 9 of 9", "layer 2, 4 of 9"), record.resumed);
    assertEquals(2 * EPOCHS, record.epochs.size());
  }

  @Test
  void secondsAreThoseOfAllRuns() {
    RbmSettings one = settings(0.1, 0.1, 0, 1, false, 0, Binarization.NONE);
    DbnSettings settings = DbnSettings.of(List.of(3)).withAll(one);
    stopAfter(2, settings);
    Map<String, NpyArray> state = new TreeMap<>(file(1).arrays());
    state.put("layer_1_seconds", NpyArray.of(new double[] {500}));
    StoppingCheckpoints.write(folder.resolve("state.npz"), state);
    Record record = new Record();
    train(settings, ONE, record, file(1000));
    assertEquals(500, record.epochs.get(0).seconds(), 100);
    assertTrue(record.epochs.get(1).seconds() < 100);
  }

  /** The learning rate leaps after the first epoch: to numbers that are large, or not finite. */
  @Test
  void divergenceAfterStopsIsTheSame() {
    for (double leap : new double[] {300, 1e38}) {
      RbmSettings leaping = settings(0.005, leap, 0.5, 1, false, 0, Binarization.NONE);
      RbmSettings sound = Variant.CD.settings.first();
      DbnSettings settings = DbnSettings.of(List.of(7, 4)).withFirst(sound).withUpper(leaping);
      TrainingDivergedException expected =
          assertThrows(
              TrainingDivergedException.class,
              () -> train(settings, TWO, new Record(), Checkpoints.NONE));
      assertTrue(
          expected.getMessage().contains("layer 2 diverged in epoch 2"), expected::getMessage);
      TrainingDivergedException resumed = null;
      while (resumed == null) {
        try {
          train(settings, ONE, new Record(), file(1));
        } catch (StopRequestedException e) {
          // It goes on from there.
        } catch (TrainingDivergedException e) {
          resumed = e;
        }
      }
      assertEquals(expected.getMessage(), resumed.getMessage());
      assertSameBits(
          expected.lastGood(Dbn.class).orElseThrow(), resumed.lastGood(Dbn.class).orElseThrow());
      assertTrue(folder.resolve("state.npz").toFile().delete());
    }
  }

  @Test
  void aStateOfSomethingElseIsRefusedInOneLine() {
    double[] metrics = new double[RbmMetrics.VALUES];
    metrics[2] = Double.NaN;
    refuses("layer", state -> state.remove("layer"));
    refuses("layer", state -> state.put("layer", NpyArray.of(new long[] {3})));
    refuses("layer", state -> state.put("layer", NpyArray.of(new long[0], 0)));
    refuses("layer_1_weights", state -> state.remove("layer_1_weights"));
    refuses(
        "layer_1_metrics",
        state -> state.put("layer_1_metrics", NpyArray.of(metrics, 1, metrics.length)));
    refuses("layer_2_step", state -> state.put("layer_2_step", NpyArray.of(new long[] {10})));
    refuses("layer_2_step", state -> state.put("layer_2_step", NpyArray.of(new double[] {4})));
    refuses("layer_2_metrics", state -> state.put("layer_2_step", NpyArray.of(new long[] {6})));
    refuses("layer_2_weights", state -> state.put("layer_2_weights", NpyArray.of(new float[2], 2)));
    refuses(
        "layer_2_chain", state -> state.put("layer_2_chain", NpyArray.of(new float[] {1}, 1, 1)));
    refuses(
        "layer_2_hidden_bias",
        state ->
            state.put("layer_2_hidden_bias", NpyArray.of(new float[] {0, 0, 0, Float.NaN}, 4)));
    refuses(
        "layer_2_visible_velocity",
        state -> {
          double[] velocity = new double[7];
          velocity[3] = Double.POSITIVE_INFINITY;
          state.put("layer_2_visible_velocity", NpyArray.of(velocity, 7));
        });
  }

  private void refuses(String array, Consumer<Map<String, NpyArray>> damage) {
    DbnSettings settings = Variant.PCD.settings;
    Path file = folder.resolve("state.npz");
    assertTrue(!file.toFile().exists() || file.toFile().delete());
    stopAfter(STEPS + 4, settings);
    Map<String, NpyArray> state = new TreeMap<>(file(1).arrays());
    damage.accept(state);
    StoppingCheckpoints.write(file, state);
    String message =
        assertThrows(
                InvalidInputException.class, () -> train(settings, ONE, new Record(), file(1000)))
            .getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains("'" + array + "'"), message);
    assertTrue(message.endsWith("cannot be resumed; use --force to start over"), message);
    assertEquals(1, message.lines().count());
  }
}
