package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code maximize --objective} answers the same question as {@code maximize --units}. */
class ObjectiveCommandTest {
  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void train() {
    model = folder.resolve("model");
    CommandLine.succeed("train", "dbn", "--layers", "24,18", "--epochs", 1, "--out", model);
  }

  private static Path maximize(Object... words) throws IOException {
    Path out = Files.createTempDirectory(folder, "run").resolve("out");
    List<Object> all = new ArrayList<>(List.of("maximize", "--model", model, "--out", out));
    all.addAll(List.of("--restarts", 3, "--steps", 20));
    all.addAll(List.of(words));
    CommandLine.succeed(all.toArray());
    return out;
  }

  private static float[] array(Path run, String name) {
    try (NpzReader npz = NpzReader.open(run.resolve("results.npz"))) {
      return npz.get(name).floats();
    }
  }

  @Test
  void aUnitHasTheSameImagesHoweverItIsAskedFor() throws IOException {
    Path units = maximize("--layer", 2, "--units", 7);
    Path objective = maximize("--objective", "2:7");
    assertArrayEquals(array(units, "starts"), array(objective, "starts"));
    assertArrayEquals(array(units, "images"), array(objective, "images"));
    Path named = maximize("--objective", "layer2:7");
    assertArrayEquals(array(units, "images"), array(named, "images"));
  }

  @Test
  void objectivesStartFromTheDataWhereThatIsAskedFor() throws IOException {
    Path noise = maximize("--objective", "2:7");
    Path units = maximize("--layer", 2, "--units", 7, "--start", "data");
    Path objective = maximize("--objective", "2:7", "--start", "data");
    assertFalse(Arrays.equals(array(noise, "starts"), array(objective, "starts")));
    assertArrayEquals(array(units, "starts"), array(objective, "starts"));
    String manifest = Files.readString(objective.resolve("manifest.json"));
    assertTrue(manifest.contains("\"data\" : \"synthetic\""), manifest);
  }

  @Test
  void combinedObjectivesHaveStartsOfTheirOwn() throws IOException {
    float[] one = array(maximize("--objective", "2:7"), "starts");
    float[] minus = array(maximize("--objective", "-2:7"), "starts");
    float[] twice = array(maximize("--objective", "2:7 + 2:7"), "starts");
    assertFalse(Arrays.equals(one, minus));
    assertFalse(Arrays.equals(one, twice));
  }

  @Test
  void whatCannotApplyIsRefused() {
    refused("--layer, --units and --at do not go with --objective", "--layer", 1);
    refused("--layer, --units and --at do not go with --objective", "--units", "0-3");
    refused("--layer, --units and --at do not go with --objective", "--at", "centre");
    refused("--from and --start exclude each other", "--from", "a.png", "--start", "data");
  }

  @Test
  void imagesThatNothingStartsFromAreRefused() throws IOException {
    refused("go with --start data", "--data", "mnist");
    refused("go with --start data", "--patch-size", "8");
    CommandLine comparison =
        CommandLine.run("compare", "--model", model, "--photographs", folder, "--units", "0");
    assertEquals(2, comparison.code());
    assertTrue(comparison.err().contains("go with --start data"), comparison.err());
  }

  /** Until then they were read and did nothing. */
  @Test
  void manifestsWithImagesThatNothingStartsFromAreRerun() throws IOException {
    Path run = maximize("--objective", "1:3 + 1:4");
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);
    String before = text.replaceFirst("\"maximize\",", "\"maximize\", \"--data\", \"mnist\",");
    assertFalse(before.equals(text), text);
    Files.writeString(manifest, before);
    CommandLine again = CommandLine.succeed("rerun", run, "--out", folder.resolve("without"));
    assertTrue(again.out().contains("2 bit-equal"), again.out());
  }

  private static void refused(String message, Object... words) {
    List<Object> all = new ArrayList<>(List.of("maximize", "--model", model));
    all.addAll(List.of("--out", folder.resolve("refused"), "--objective", "2:7"));
    all.addAll(List.of(words));
    CommandLine result = CommandLine.run(all.toArray());
    assertEquals(2, result.code(), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
    assertFalse(Files.exists(folder.resolve("refused")));
  }

  /** Until then a comma began another objective, and manifests joined all of them by commas. */
  @Test
  void manifestsThatJoinObjectivesByCommasAreRerun() throws IOException {
    Path run = maximize("--objective", "1:3 + 1:4", "--objective", "2:5", "--objective", "layer1");
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);
    String before =
        text.replaceFirst(
            "\"1:3 \\+ 1:4\",\\s*\"--objective\",\\s*\"2:5\",\\s*\"--objective\",\\s*\"layer1\"",
            "\"1:3 + 1:4,2:5,layer1\"");
    assertFalse(before.equals(text), text);
    Files.writeString(manifest, before);
    CommandLine again = CommandLine.succeed("rerun", run, "--out", folder.resolve("joined"));
    assertTrue(again.out().contains("2 bit-equal"), again.out());
  }

  /** Until then the default layer stood in every manifest, and did nothing. */
  @Test
  void manifestsThatGiveALayerToObjectivesAreRerun() throws IOException {
    Path run = maximize("--objective", "1:3 + 1:4");
    Path manifest = run.resolve("manifest.json");
    String text = Files.readString(manifest);
    String before = text.replaceFirst("\"maximize\",", "\"maximize\", \"--layer\", \"2\",");
    assertFalse(before.equals(text), text);
    Files.writeString(manifest, before);
    CommandLine again = CommandLine.succeed("rerun", run, "--out", folder.resolve("again"));
    assertTrue(again.out().contains("2 bit-equal"), again.out());
  }
}
