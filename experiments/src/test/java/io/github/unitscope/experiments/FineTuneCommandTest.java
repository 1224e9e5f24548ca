package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code finetune}, and looking at what it makes. */
class FineTuneCommandTest {
  @TempDir static Path folder;
  private static Path before;
  private static Path after;
  private static CommandLine said;

  @BeforeAll
  static void fineTune() {
    before = folder.resolve("before");
    after = folder.resolve("after");
    CommandLine.succeed("train", "dbn", "--layers", "20,16", "--epochs", 1, "--out", before);
    said = CommandLine.succeed("finetune", "--model", before, "--epochs", 2, "--out", after);
  }

  @Test
  void theTestErrorCanBeRecomputedFromTheArrays() {
    try (NpzReader npz = NpzReader.open(after.resolve("results.npz"))) {
      int[] labels = npz.get("labels").ints();
      int[] predictions = npz.get("predictions").ints();
      int[] confusion = npz.get("confusion").ints();
      int errors = 0;
      for (int i = 0; i < labels.length; i++) {
        errors += labels[i] == predictions[i] ? 0 : 1;
        confusion[10 * labels[i] + predictions[i]]--;
      }
      assertArrayEquals(new int[100], confusion);
      assertTrue(errors < 500, errors + " errors of " + labels.length);
      String error =
          String.format(Locale.ROOT, "test error %.2f %% (%d of 1000", errors / 10.0, errors);
      assertTrue(said.out().contains(error), said.out());
    }
  }

  @Test
  void theMethodsLookAtWhatFineTuningMade() throws IOException {
    Path tuned = folder.resolve("combine-after");
    Path untuned = folder.resolve("combine-before");
    CommandLine.succeed("combine", "--model", after, "--units", "0-3", "--out", tuned);
    CommandLine.succeed("combine", "--model", before, "--units", "0-3", "--out", untuned);
    assertFalse(Files.mismatch(tuned.resolve("results.npz"), untuned.resolve("results.npz")) < 0);
    CommandLine.succeed(
        "maximize", "--model", after, "--units", "0", "--out", folder.resolve("maximize"));
  }

  /** Patches have no labels, so that the refusal names the data that were taken. */
  @Test
  void withoutDataItTakesWhatTheModelWasTrainedOn() {
    Path patches = folder.resolve("patches");
    CommandLine.succeed(
        "train",
        "dbn",
        "--data",
        "leaves",
        "--patches",
        200,
        "--layers",
        5,
        "--first-epochs",
        1,
        "--out",
        patches);
    CommandLine result =
        CommandLine.run("finetune", "--model", patches, "--out", folder.resolve("no-labels"));
    assertTrue(result.err().contains("leaves has images without a label"), result.err());
  }

  @Test
  void samplingIsRefusedWithTheReason() {
    CommandLine result =
        CommandLine.run("sample", "--model", after, "--out", folder.resolve("sample"));
    assertFalse(result.code() == Unitscope.DONE);
    assertTrue(result.err().contains("distribution"), result.err());
    assertEquals(1, result.err().lines().count());
  }

  @Test
  void divergingFineTuningEndsWithOneLine() {
    Path out = folder.resolve("diverged");
    CommandLine result =
        CommandLine.run("finetune", "--model", before, "--rate", "1e7", "--out", out);
    assertEquals(Unitscope.FAILED, result.code());
    assertTrue(result.err().contains("use a smaller --rate"), result.err());
    assertFalse(Files.exists(out));
  }

  @Test
  void aDamagedClassifierIsRefused() throws IOException {
    Path copy = folder.resolve("copy");
    Files.createDirectories(copy);
    for (String name : new String[] {"model.json", "weights.npz"}) {
      Files.copy(after.resolve(name), copy.resolve(name));
    }
    String description = Files.readString(copy.resolve("model.json"));
    Files.writeString(
        copy.resolve("model.json"), description.replace("\"classes\" : 10", "\"classes\" : 11"));
    CommandLine result = CommandLine.run("combine", "--model", copy);
    assertEquals(Unitscope.FAILED, result.code());
    assertTrue(result.err().contains("output.weights"), result.err());
  }

  @Test
  void wrongUsageIsToldBeforeAnythingIsRead() {
    assertEquals(Unitscope.WRONG_USAGE, CommandLine.run("finetune").code());
    CommandLine dropout = CommandLine.run("finetune", "--model", before, "--dropout", 1);
    assertEquals(Unitscope.WRONG_USAGE, dropout.code());
    assertTrue(dropout.err().contains("dropout must be in [0, 1)"), dropout.err());
  }
}
