package io.github.unitscope.experiments.reproduce.erhan2009;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.datasets.catalog.DataDirectory;
import io.github.unitscope.datasets.catalog.DatasetCatalog;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FolderTree;
import io.github.unitscope.provenance.Invocation;
import io.github.unitscope.provenance.Resumption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A whole reproduction, on drawn digits and scenes, as small as it gets. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReproductionTest {
  private static final Extent TINY =
      new Extent(List.of(14, 10), 1, 1, List.of(12, 10), 400, 1, 6, 3, 3, 4);

  @TempDir static Path folder;

  private static String said;

  private static String reproduce(Path out, Part part, int threads) throws IOException {
    return reproduce(out, part, threads, 7, false);
  }

  private static String reproduce(Path out, Part part, int threads, long seed, boolean force)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    Recipe recipe = new Recipe(TINY, "synthetic", "leaves", null);
    Workshop workshop = new Workshop(out, seed, threads, force, new Resumption(false, 30));
    DatasetCatalog catalog = new DatasetCatalog(DataDirectory.of(folder));
    new Reproduction(recipe, workshop, catalog, seed, new Invocation(List.of(), threads, List.of()))
        .make(part, new Terminal(stream, stream, false));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Path whole() {
    return folder.resolve("whole");
  }

  @BeforeAll
  static void makeEverything() throws IOException {
    said = reproduce(whole(), Part.ALL, 2);
  }

  /** The files of the parts, without the manifests, which hold times. */
  private static Map<String, byte[]> results(Path root) throws IOException {
    Map<String, byte[]> results = new TreeMap<>();
    for (Part part : Part.ALL.parts()) {
      try (Stream<Path> files = Files.list(root.resolve(part.word()))) {
        for (Path file : files.filter(f -> !f.endsWith("manifest.json")).toList()) {
          results.put(part.word() + "/" + file.getFileName(), Files.readAllBytes(file));
        }
      }
    }
    return results;
  }

  @Test
  @Order(1)
  void leavesTheFiguresAndTheClaims() throws IOException {
    assertEquals(
        List.of(
            "claims/claims.csv",
            "claims/claims.md",
            "claims/results.npz",
            "figure1/figure1.png",
            "figure2/figure2.png",
            "figure3/figure3.png",
            "patches/patches.png"),
        List.copyOf(results(whole()).keySet()));
    String claims = Files.readString(whole().resolve("claims/claims.md"));
    for (String heading : List.of("## (a)", "## (b)", "## (c)", "## (d)")) {
      assertTrue(claims.contains(heading), heading);
    }
    assertFalse(claims.contains("NaN"), claims);
  }

  @Test
  @Order(2)
  void everyNumberIsComputedAgainWithNumPy() throws Exception {
    assumeTrue(run("python3", "-c", "import numpy").code() == 0, "needs python3 with NumPy");
    Path script = Path.of("..", "docs", "check_claims.py").toAbsolutePath().normalize();
    Outcome outcome = run("python3", script.toString(), whole().toString());
    assertEquals(0, outcome.code(), outcome.text());
    int checked = Integer.parseInt(outcome.text().replaceAll("(?s).*?(\\d+) numbers.*", "$1"));
    assertTrue(checked > 500, outcome.text());
  }

  /** The check is worth something only if it finds what is wrong. */
  @Test
  @Order(3)
  void aWrongNumberIsFound() throws Exception {
    assumeTrue(run("python3", "-c", "import numpy").code() == 0, "needs python3 with NumPy");
    Path script = Path.of("..", "docs", "check_claims.py").toAbsolutePath().normalize();
    Path claims = whole().resolve("claims/claims.csv");
    String before = Files.readString(claims);
    try {
      Files.writeString(claims, before.replaceFirst(",median,(\\d+),0\\.", ",median,$1,1."));
      Outcome outcome = run("python3", script.toString(), whole().toString());
      assertEquals(1, outcome.code(), outcome.text());
      assertTrue(outcome.text().contains(", 1 differ"), outcome.text());
    } finally {
      Files.writeString(claims, before);
    }
  }

  @Test
  @Order(4)
  void goesOnWhereItWasStopped() throws IOException {
    assertTrue(said.contains("sdae-digits: ./unitscope train sdae"), said);
    Map<String, byte[]> before = results(whole());
    FolderTree.delete(whole().resolve("sdae-digits"));
    String again = reproduce(whole(), Part.ALL, 1);
    assertTrue(again.contains("dbn-digits: up to date"), again);
    assertTrue(again.contains("sdae-digits: ./unitscope train sdae"), again);
    // The model came out as before, so that what was made of it is still good.
    assertTrue(again.contains("sdae-digits-layer1: up to date"), again);
    assertSame(before, results(whole()));
  }

  @Test
  @Order(5)
  void stepsOfOtherSoftwareAreRefusedBeforeAnythingIsDone() throws IOException {
    Path manifest = whole().resolve("sdae-digits/manifest.json");
    String made = Files.readString(manifest);
    Map<String, byte[]> before = results(whole());
    for (String[] change :
        List.of(
            new String[] {"\"blas\" : \".*?\"", "\"blas\" : \"OPENBLAS 1\"", "BLAS"},
            new String[] {"\"build\" : \".*?\"", "\"build\" : \"01\"", "with build 01"},
            new String[] {",\\s*\"build\" : \".*?\"", "", "an earlier build"})) {
      Files.writeString(manifest, made.replaceFirst(change[0], change[1]));
      String message =
          assertThrows(InvalidInputException.class, () -> reproduce(whole(), Part.ALL, 1))
              .getMessage();
      assertTrue(message.contains("sdae-digits was started "), message);
      assertTrue(message.contains(change[2]), message);
    }
    Files.writeString(manifest, made);
    assertSame(before, results(whole()));
  }

  @Test
  @Order(6)
  void whatWasMadeOtherwiseIsReplacedOnlyByForce() throws IOException {
    Path other = folder.resolve("other");
    reproduce(other, Part.FIGURE3, 1);
    Map<String, byte[]> before = files(other);
    String message =
        assertThrows(InvalidInputException.class, () -> reproduce(other, Part.FIGURE3, 1, 8, false))
            .getMessage();
    assertTrue(
        message.startsWith(other.resolve("dbn-digits") + " belongs to another reproduction"),
        message);
    assertSame(before, files(other));
    reproduce(other, Part.FIGURE3, 1, 8, true);
    String again = reproduce(other, Part.FIGURE3, 1, 8, false);
    assertTrue(again.contains("dbn-digits: up to date"), again);
    FolderTree.delete(other.resolve("dbn-digits"));
    FolderTree.delete(other.resolve("figure3"));
    Files.move(whole().resolve("figure3"), other.resolve("figure3"));
    message =
        assertThrows(InvalidInputException.class, () -> reproduce(other, Part.FIGURE3, 1, 8, false))
            .getMessage();
    assertTrue(message.startsWith(other.resolve("figure3") + " exists"), message);
    Files.move(other.resolve("figure3"), whole().resolve("figure3"));
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return files;
  }

  @Test
  @Order(7)
  void dataThatChangedBetweenTwoStepsAreTold() throws IOException {
    for (String step : List.of("dbn-digits", "dbn-patches")) {
      Path manifest = whole().resolve(step).resolve("manifest.json");
      String text = Files.readString(manifest);
      String files = "\"dataFiles\" : {\n      \"train-images\" : \"hash of %s\"\n    }";
      Files.writeString(
          manifest, text.replace("\"dataFiles\" : { }", String.format(Locale.ROOT, files, step)));
    }
    String message =
        assertThrows(InvalidInputException.class, () -> reproduce(whole(), Part.FIGURE3, 1))
            .getMessage();
    assertTrue(
        message.startsWith(
            "the data file train-images has changed since the steps before dbn-patches"),
        message);
  }

  private static void assertSame(Map<String, byte[]> expected, Map<String, byte[]> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, actual.get(name), name));
  }

  private record Outcome(int code, String text) {}

  private static Outcome run(String... command) throws Exception {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), text);
    } catch (IOException e) {
      return new Outcome(127, e.getMessage());
    }
  }
}
