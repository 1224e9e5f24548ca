package io.github.unitscope.autoencoder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StopRequestedException;
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
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {
  private static final ImageSet IMAGES = new SmallAutoencoders.Lines(ImageShape.grey(4, 5), 70, 1);
  private static final ImageSet VALIDATION =
      new SmallAutoencoders.Lines(ImageShape.grey(4, 5), 30, 2);
  private static final Workers ONE = new Workers(1);
  private static final Workers TWO = new Workers(2);
  private static final int EPOCHS = 2;
  private static final int STEPS = 3 * EPOCHS;

  @TempDir Path folder;

  @AfterAll
  static void close() {
    ONE.close();
    TWO.close();
  }

  private static AutoencoderSettings settings(
      Noise noise, double rate, double finalRate, double momentum, double sparsityCost) {
    return AutoencoderSettings.builder()
        .epochs(EPOCHS)
        .learningRate(rate)
        .finalLearningRate(finalRate)
        .momentum(momentum)
        .weightDecay(1e-3)
        .corruption(Corruption.of(noise, 0.2))
        .sparsityCost(sparsityCost)
        .build();
  }

  private static SdaeSettings stack(
      Reconstruction reconstruction, AutoencoderSettings first, AutoencoderSettings upper) {
    return SdaeSettings.of(List.of(7, 4))
        .withFirst(first)
        .withUpper(upper)
        .withReconstruction(reconstruction)
        .withLevels(List.of(0.3, 0.1));
  }

  private static SdaeSettings stack() {
    AutoencoderSettings settings = settings(Noise.MASKING, 0.1, 0.05, 0.5, 0);
    return stack(Reconstruction.CROSS_ENTROPY, settings, settings);
  }

  /** What somebody sees of a training, resumed or not. */
  private static final class Record implements TrainingListener<Object, AutoencoderMetrics> {
    private final List<AutoencoderMetrics> epochs = new ArrayList<>();
    private final List<String> resumed = new ArrayList<>();
    private long lastStep;

    @Override
    public void onResume(
        int layer, long step, long steps, List<? extends AutoencoderMetrics> measured) {
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
    public void onEpoch(AutoencoderMetrics metrics, Object autoencoder) {
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
                      m.trainCost(),
                      m.validationCost(),
                      m.reconstructionError(),
                      m.meanActivation(),
                      m.learningRate()))
          .toList();
    }
  }

  private static Sdae train(
      SdaeSettings settings, Workers workers, Record record, Checkpoints checkpoints) {
    return new SdaeTrainer(settings, workers, record, checkpoints)
        .train(IMAGES, VALIDATION, Seed.root(5));
  }

  private static void assertSameBits(Sdae expected, Sdae actual) {
    assertEquals(expected.tiedLayers().size(), actual.tiedLayers().size());
    for (int i = 0; i < expected.tiedLayers().size(); i++) {
      assertSameBits(expected.tiedLayers().get(i), actual.tiedLayers().get(i));
    }
  }

  private static void assertSameBits(DenoisingAutoencoder expected, DenoisingAutoencoder actual) {
    assertArrayEquals(expected.weights().toRows(), actual.weights().toRows());
    assertArrayEquals(expected.visibleBias(), actual.visibleBias());
    assertArrayEquals(expected.hiddenBias(), actual.hiddenBias());
  }

  private StoppingCheckpoints file(int steps) {
    return new StoppingCheckpoints(folder.resolve("state.npz"), steps);
  }

  private void stopAfter(int steps, SdaeSettings settings) {
    assertThrows(
        StopRequestedException.class, () -> train(settings, ONE, new Record(), file(steps)));
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, CROSS_ENTROPY, 0.5, 0",
    "MASKING, CROSS_ENTROPY, 0.9, 0",
    "MASKING, SQUARED_ERROR, 0, 1",
    "SALT_AND_PEPPER, CROSS_ENTROPY, 0, 0.5",
    "GAUSSIAN, SQUARED_ERROR, 0.5, 0"
  })
  void stoppedAfterEveryStepItEndsWithTheSameBits(
      Noise noise, Reconstruction reconstruction, double momentum, double sparsityCost) {
    AutoencoderSettings layer = settings(noise, 0.05, 0.02, momentum, sparsityCost);
    SdaeSettings settings = stack(reconstruction, layer, layer);
    Record undisturbed = new Record();
    Sdae expected = train(settings, TWO, undisturbed, Checkpoints.NONE);
    int stops = 0;
    Sdae resumed = null;
    Record record = null;
    while (resumed == null) {
      record = new Record();
      try {
        resumed = train(settings, stops % 2 == 0 ? ONE : TWO, record, file(1));
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
    Record undisturbed = new Record();
    Sdae expected = train(stack(), TWO, undisturbed, Checkpoints.NONE);
    for (int steps = 1; steps <= 2 * STEPS; steps++) {
      stopAfter(steps, stack());
      Record record = new Record();
      assertSameBits(expected, train(stack(), TWO, record, file(1000)));
      assertEquals(undisturbed.numbers(), record.numbers());
      assertTrue(folder.resolve("state.npz").toFile().delete());
    }
  }

  @Test
  void theListenerHearsWhereItGoesOn() {
    stopAfter(STEPS + 4, stack());
    Record record = new Record();
    train(stack(), ONE, record, file(1000));
    assertEquals(List.of("layer 1, 6 of 6", "layer 2, 4 of 6"), record.resumed);
    assertEquals(2 * EPOCHS, record.epochs.size());
  }

  /** The learning rate leaps after the first epoch: to numbers that are large, or not finite. */
  @Test
  void divergenceAfterStopsIsTheSame() {
    for (double leap : new double[] {1e4, 1e38}) {
      AutoencoderSettings sound = settings(Noise.MASKING, 0.05, 0.05, 0.5, 0);
      AutoencoderSettings leaping = settings(Noise.MASKING, 0.05, leap, 0.5, 0);
      SdaeSettings settings = stack(Reconstruction.CROSS_ENTROPY, sound, leaping);
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
          expected.lastGood(Sdae.class).orElseThrow(), resumed.lastGood(Sdae.class).orElseThrow());
      assertTrue(folder.resolve("state.npz").toFile().delete());
    }
  }

  @Test
  void aStateOfSomethingElseIsRefusedInOneLine() {
    double[] metrics = new double[EPOCHS * AutoencoderMetrics.VALUES];
    metrics[1] = Double.NaN;
    refuses("layer_1_weights", state -> state.remove("layer_1_weights"));
    refuses(
        "layer_1_metrics",
        state ->
            state.put("layer_1_metrics", NpyArray.of(metrics, EPOCHS, AutoencoderMetrics.VALUES)));
    refuses("layer_2_step", state -> state.put("layer_2_step", NpyArray.of(new long[] {0})));
    refuses("layer_2_weights", state -> state.put("layer_2_weights", NpyArray.of(new float[2], 2)));
    refuses(
        "layer_2_last_good_hidden_bias",
        state ->
            state.put(
                "layer_2_last_good_hidden_bias", NpyArray.of(new float[] {0, 0, 0, Float.NaN}, 4)));
    refuses(
        "layer_2_weight_velocity",
        state -> state.put("layer_2_weight_velocity", NpyArray.of(new float[28], 7, 4)));
  }

  private void refuses(String array, Consumer<Map<String, NpyArray>> damage) {
    Path file = folder.resolve("state.npz");
    assertTrue(!file.toFile().exists() || file.toFile().delete());
    stopAfter(STEPS + 4, stack());
    Map<String, NpyArray> state = new TreeMap<>(file(1).arrays());
    damage.accept(state);
    StoppingCheckpoints.write(file, state);
    String message =
        assertThrows(
                InvalidInputException.class, () -> train(stack(), ONE, new Record(), file(1000)))
            .getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains("'" + array + "'"), message);
    assertTrue(message.endsWith("cannot be resumed; use --force to start over"), message);
    assertEquals(1, message.lines().count());
  }
}
