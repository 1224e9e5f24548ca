package io.github.unitscope.convnet.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.datasets.digits.SyntheticDigits;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StopRequestedException;
import io.github.unitscope.testing.StoppingCheckpoints;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {
  private static final Dataset DIGITS = digits();
  private static final int STEPS = 4;

  @TempDir Path folder;

  private static Dataset digits() {
    ImageSet train = new SyntheticDigits(140, Seed.root(1));
    ImageSet test = new SyntheticDigits(20, Seed.root(2));
    return new Dataset("small", ValueRange.UNIT_INTERVAL, train, test, test, List.of());
  }

  private static ConvNetSettings settings(
      Architecture architecture, double rate, double dropout, double rms) {
    return new ConvNetSettings(
        architecture, architecture.usualNonlinearity(), STEPS, 66, rate, dropout, rms, 2);
  }

  /** What somebody sees of a training, resumed or not. */
  private static final class Record implements ConvNetListener {
    private final List<StepMetrics> steps = new ArrayList<>();
    private boolean started;

    @Override
    public void onStart(TrainingSnapshot network) {
      started = true;
    }

    @Override
    public void onResume(List<StepMetrics> done) {
      steps.addAll(done);
    }

    @Override
    public void onStep(StepMetrics metrics, TrainingSnapshot network) {
      steps.add(metrics);
    }
  }

  /** Without how long they took. */
  private static List<List<Double>> numbers(List<StepMetrics> steps) {
    return steps.stream()
        .map(
            m ->
                List.of(
                    (double) m.step(),
                    (double) m.epoch(),
                    m.trainLoss(),
                    m.trainAccuracy(),
                    m.testLoss(),
                    m.testAccuracy()))
        .toList();
  }

  private static TrainedConvNet train(
      ConvNetSettings settings, int threads, Record record, Checkpoints checkpoints) {
    try (Workers workers = new Workers(threads)) {
      return new ConvNetTrainer(settings, workers, record, checkpoints).train(DIGITS, Seed.root(3));
    }
  }

  /** All weights, one layer after the other. */
  private static float[] parameters(TrainedConvNet trained) {
    return Weights.of(trained.network());
  }

  private StoppingCheckpoints file(int steps) {
    return new StoppingCheckpoints(folder.resolve("state.npz"), steps);
  }

  @ParameterizedTest
  @CsvSource({"L20, 0.3, 0.1", "LENET, 0.5, 0"})
  void stoppedAfterEveryStepItEndsWithTheSameBits(
      Architecture architecture, double dropout, double rms) {
    ConvNetSettings settings = settings(architecture, 0.01, dropout, rms);
    TrainedConvNet expected = train(settings, 2, new Record(), Checkpoints.NONE);
    int stops = 0;
    TrainedConvNet resumed = null;
    Record record = null;
    while (resumed == null) {
      record = new Record();
      try {
        resumed = train(settings, 1 + stops % 2, record, file(1));
      } catch (StopRequestedException e) {
        stops++;
      }
    }
    assertEquals(STEPS, stops);
    assertFalse(record.started);
    assertArrayEquals(parameters(expected), parameters(resumed));
    assertEquals(numbers(expected.steps()), numbers(resumed.steps()));
    assertEquals(resumed.steps(), record.steps);
  }

  @Test
  void stoppedOnceItEndsWithTheSameBits() {
    ConvNetSettings settings = settings(Architecture.L20, 0.01, 0, 0);
    TrainedConvNet expected = train(settings, 2, new Record(), Checkpoints.NONE);
    stopAfter(2, settings);
    Record record = new Record();
    TrainedConvNet resumed = train(settings, 2, record, file(1000));
    assertArrayEquals(parameters(expected), parameters(resumed));
    assertEquals(numbers(expected.steps()), numbers(record.steps));
  }

  private void stopAfter(int steps, ConvNetSettings settings) {
    assertThrows(StopRequestedException.class, () -> train(settings, 1, new Record(), file(steps)));
  }

  @Test
  void divergenceAfterAStopIsTheSame() {
    for (double rate : new double[] {10, 1e38}) {
      ConvNetSettings settings = settings(Architecture.LENET, rate, 0, 0);
      InvalidInputException expected =
          assertThrows(
              InvalidInputException.class,
              () -> train(settings, 2, new Record(), Checkpoints.NONE));
      assertTrue(
          expected.getMessage().contains("training diverged in step "), expected::getMessage);
      InvalidInputException resumed = null;
      while (resumed == null) {
        try {
          train(settings, 1, new Record(), file(1));
        } catch (StopRequestedException e) {
          // It goes on from there.
        } catch (InvalidInputException e) {
          resumed = e;
        }
      }
      assertEquals(expected.getMessage(), resumed.getMessage());
      assertTrue(folder.resolve("state.npz").toFile().delete());
    }
  }

  @Test
  void aStateOfSomethingElseIsRefusedInOneLine() {
    stopAfter(3, settings(Architecture.L20, 0.01, 0, 0));
    Map<String, NpyArray> sound = file(1).arrays();
    float[] parameters = sound.get("parameters").floats();
    double[] metrics = sound.get("metrics").doubles();
    parameters[7] = Float.NaN;
    metrics[2 * StepMetrics.VALUES + 2] = 1;
    refuses(sound, "parameters", state -> state.remove("parameters"));
    refuses(
        sound,
        "parameters",
        state -> state.put("parameters", NpyArray.of(parameters, parameters.length)));
    refuses(sound, "adam", state -> state.put("adam", NpyArray.of(new float[3], 3)));
    refuses(sound, "step", state -> state.put("step", NpyArray.of(new long[] {STEPS + 1})));
    refuses(sound, "metrics", state -> state.put("step", NpyArray.of(new long[] {2})));
    refuses(
        sound,
        "metrics",
        state -> state.put("metrics", NpyArray.of(metrics, 3, StepMetrics.VALUES)));
  }

  private void refuses(
      Map<String, NpyArray> sound, String array, Consumer<Map<String, NpyArray>> damage) {
    Path file = folder.resolve("state.npz");
    Map<String, NpyArray> state = new TreeMap<>(sound);
    damage.accept(state);
    StoppingCheckpoints.write(file, state);
    ConvNetSettings settings = settings(Architecture.L20, 0.01, 0, 0);
    String message =
        assertThrows(
                InvalidInputException.class, () -> train(settings, 1, new Record(), file(1000)))
            .getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    assertTrue(message.contains("'" + array + "'"), message);
    assertTrue(message.endsWith("cannot be resumed; use --force to start over"), message);
    assertEquals(1, message.lines().count());
  }
}
