package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnimodalityCommandTest {
  @TempDir static Path folder;

  private static Path model;
  private static Path study;

  @BeforeAll
  static void trainAndStudy() {
    model = folder.resolve("model");
    CommandLine.succeed("train", "dbn", "--layers", "30,26", "--epochs", 2, "--out", model);
    study = folder.resolve("study");
    CommandLine.succeed(arguments(study));
  }

  private static Object[] arguments(Path out, Object... more) {
    List<Object> all =
        new ArrayList<>(List.of("unimodality", "--model", model, "--restarts", 12, "--out", out));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static Map<String, byte[]> results(Path run) throws IOException {
    Map<String, byte[]> results = new TreeMap<>();
    try (Stream<Path> files = Files.list(run)) {
      for (Path file : files.filter(f -> !f.endsWith("manifest.json")).toList()) {
        results.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return results;
  }

  private static void assertSame(Path expected, Path actual) throws IOException {
    Map<String, byte[]> right = results(expected);
    Map<String, byte[]> found = results(actual);
    assertEquals(right.keySet(), found.keySet());
    right.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
  }

  @Test
  void leavesTablesArraysHistogramsAndPictures() throws IOException {
    assertEquals(
        List.of(
            "histogram-layer1.png",
            "histogram-layer2.png",
            "layers.csv",
            "optima-layer1-rescaled.png",
            "optima-layer1-shuffled.png",
            "optima-layer1-untrained.png",
            "optima-layer1.png",
            "optima-layer2-rescaled.png",
            "optima-layer2-shuffled.png",
            "optima-layer2-untrained.png",
            "optima-layer2.png",
            "results.npz",
            "units.csv"),
        List.copyOf(results(study).keySet()));
    assertEquals(1 + 4 * (30 + 26), Files.readAllLines(study.resolve("units.csv")).size());
    assertEquals(1 + 4 * 2, Files.readAllLines(study.resolve("layers.csv")).size());
    assertFalse(Files.exists(folder.resolve("study.partial")));
  }

  /** A first layer has one optimum for every unit, whatever the weights are. */
  @Test
  void theTablesSayWhatTheArraysSay() throws IOException {
    List<String[]> rows =
        Files.readAllLines(study.resolve("units.csv")).stream().map(x -> x.split(",", -1)).toList();
    List<String> header = Arrays.asList(rows.get(0));
    try (NpzReader npz = NpzReader.open(study.resolve("results.npz"))) {
      for (String[] row : rows.subList(1, rows.size())) {
        String prefix = String.format(Locale.ROOT, "%s.layer%s.", row[0], row[1]);
        int unit = Integer.parseInt(row[2]);
        int optima = npz.get(prefix + "optima").ints()[unit];
        assertEquals(optima, Integer.parseInt(row[header.indexOf("optima")]));
        int settled = Integer.parseInt(row[header.indexOf("settled")]);
        if (settled > 0) {
          double share = npz.get(prefix + "largestShare").doubles()[unit];
          assertEquals(share, Double.parseDouble(row[header.indexOf("largest_share")]));
          int[] labels = npz.get(prefix + "labels").ints();
          long inLargest =
              Arrays.stream(labels, unit * 12, unit * 12 + 12).filter(label -> label == 0).count();
          assertEquals(share, (double) inLargest / settled, 1e-12);
        }
        if (row[1].equals("1")) {
          assertEquals(1, optima);
        }
      }
    }
  }

  @Test
  void sameBytesForAnyNumberOfThreads() throws IOException {
    Path out = folder.resolve("threads");
    CommandLine.succeed(arguments(out, "--threads", 1));
    assertSame(study, out);
  }

  @Test
  void aUnitHasTheSameAscentsAloneAndAmongOthers() {
    Path out = folder.resolve("alone");
    CommandLine.succeed(arguments(out, "--layers", 2, "--units", 25, "--null", "none"));
    try (NpzReader one = NpzReader.open(out.resolve("results.npz"));
        NpzReader all = NpzReader.open(study.resolve("results.npz"))) {
      float[][] images = all.get("trained.layer2.images").rows();
      float[][] alone = one.get("trained.layer2.images").rows();
      for (int restart = 0; restart < 12; restart++) {
        assertArrayEquals(images[25 * 12 + restart], alone[restart]);
      }
      assertFalse(one.names().contains("shuffled.layer2.images"));
    }
  }

  @Test
  void startsFromNoiseOfBothKindsAndFromData() throws IOException {
    Map<String, byte[]> results = new TreeMap<>();
    for (String start : List.of("gaussian", "uniform", "data")) {
      Path out = folder.resolve(start);
      CommandLine.succeed(
          arguments(out, "--start", start, "--units", "0-3", "--null", "none", "--layers", 2));
      results.put(start, Files.readAllBytes(out.resolve("results.npz")));
    }
    assertFalse(Arrays.equals(results.get("gaussian"), results.get("uniform")));
    assertFalse(Arrays.equals(results.get("gaussian"), results.get("data")));
  }

  /** A child process is killed as soon as some parts are done, and the command given again. */
  @Test
  void goesOnAfterAKillWithTheSameBytes() throws Exception {
    Path out = folder.resolve("killed");
    Path parts = folder.resolve("killed.partial");
    killWhenThereAre(2, parts, out);
    long left = count(parts);
    CommandLine again = CommandLine.succeed(arguments(out, "--resume"));
    assertTrue(
        again.err().contains(String.format(Locale.ROOT, "resuming after %d of", left)),
        again.err());
    assertSame(study, out);
    assertFalse(Files.exists(parts));
  }

  @Test
  void changedPartsAreNamedAndThoseOfOtherRunsAreNotUsed() throws Exception {
    Path out = folder.resolve("damaged");
    Path parts = folder.resolve("damaged.partial");
    killWhenThereAre(2, parts, out);
    Path first;
    try (Stream<Path> files = Files.list(parts)) {
      first =
          files.filter(file -> file.toString().endsWith(".npz")).sorted().findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(first);
    Files.write(first, Arrays.copyOf(bytes, bytes.length / 2));
    CommandLine refused = CommandLine.run(arguments(out, "--resume"));
    assertEquals(Unitscope.FAILED, refused.code());
    assertTrue(refused.err().contains(first + " was modified after"), refused.err());
    Files.delete(first);
    CommandLine.succeed(arguments(out, "--resume"));
    assertSame(study, out);
    Path other = folder.resolve("other");
    killWhenThereAre(1, folder.resolve("other.partial"), other);
    CommandLine changed = CommandLine.run(arguments(other, "--seed", 43, "--resume"));
    assertEquals(Unitscope.FAILED, changed.code());
    assertTrue(
        changed.err().contains("belongs to another run (seed: 42 there, 43 here)"), changed.err());
    CommandLine anew = CommandLine.succeed(arguments(other, "--seed", 43, "--resume", "--force"));
    assertFalse(anew.err().contains("resuming"), anew.err());
  }

  private static void killWhenThereAre(int wanted, Path parts, Path out) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Unitscope.class.getName());
    for (Object argument : arguments(out)) {
      command.add(argument.toString());
    }
    Process child =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    while (child.isAlive() && count(parts) < wanted) {
      child.waitFor(2, TimeUnit.MILLISECONDS);
    }
    child.destroyForcibly().waitFor();
    assumeFalse(Files.exists(out), "the child was done before it could be killed");
    assertTrue(count(parts) >= wanted);
  }

  private static long count(Path parts) throws IOException {
    if (!Files.isDirectory(parts)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(parts)) {
      return files.filter(file -> file.toString().endsWith(".npz")).count();
    }
  }
}
