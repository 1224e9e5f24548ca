package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.provenance.Manifest;
import io.github.unitscope.visualize.stat.Cosine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands from the first to the last file, on a small model of the built-in digits. */
class CommandsTest {
  private static final int INPUTS = 784;

  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void train() {
    model = folder.resolve("model");
    CommandLine.succeed("train", "dbn", "--layers", "24,18", "--epochs", 2, "--out", model);
  }

  @Test
  void trainingLeavesAModelFolder() throws IOException {
    assertEquals(
        Set.of(
            "model.json",
            "weights.npz",
            "metrics.csv",
            "times.csv",
            "training.png",
            "manifest.json"),
        names(model));
    try (NpzReader npz = NpzReader.open(model.resolve("weights.npz"))) {
      assertArrayEquals(new int[] {INPUTS, 24}, npz.get("layer1.weights").shape());
      assertArrayEquals(new int[] {24, 18}, npz.get("layer2.weights").shape());
      assertArrayEquals(new int[] {18}, npz.get("layer2.hiddenBias").shape());
    }
    List<String> metrics = Files.readAllLines(model.resolve("metrics.csv"));
    assertEquals(1 + 2 * 2, metrics.size());
  }

  @Test
  void trainingAgainWithAnotherNumberOfThreadsGivesTheSameBytes() throws IOException {
    Path again = folder.resolve("again");
    CommandLine.succeed(
        "train", "dbn", "--layers", "24,18", "--epochs", 2, "--threads", 1, "--out", again);
    for (String file : List.of("weights.npz", "model.json")) {
      assertArrayEquals(
          Files.readAllBytes(model.resolve(file)), Files.readAllBytes(again.resolve(file)), file);
    }
  }

  @Test
  void anotherSeedGivesAnotherModel() {
    Path other = folder.resolve("other-seed");
    CommandLine.succeed(
        "train", "dbn", "--layers", "24,18", "--epochs", 2, "--seed", 43, "--out", other);
    assertTrue(
        !Sha256.of(model.resolve("weights.npz")).equals(Sha256.of(other.resolve("weights.npz"))));
  }

  @Test
  void maximizeWritesTheDocumentedArrays() {
    Path out = folder.resolve("maximize");
    CommandLine.succeed(
        "maximize", "--model", model, "--units", "3,7", "--restarts", 4, "--out", out);
    try (NpzReader npz = NpzReader.open(out.resolve("results.npz"))) {
      assertArrayEquals(new int[] {3, 7}, npz.get("units").ints());
      assertArrayEquals(new int[] {2, 4, INPUTS}, npz.get("images").shape());
      for (String name :
          List.of("preactivations", "activations", "residuals", "steps", "converged")) {
        assertArrayEquals(new int[] {2, 4}, npz.get(name).shape(), name);
      }
      assertValuesEqualPreactivations(npz);
      assertNorms(npz.get("images").floats(), meanNorm(npz.get("starts").floats()));
    }
  }

  private static void assertValuesEqualPreactivations(NpzReader npz) {
    assertArrayEquals(npz.get("values").doubles(), npz.get("preactivations").doubles(), 1e-5);
  }

  private static double meanNorm(float[] images) {
    double square = 0;
    for (int i = 0; i < INPUTS; i++) {
      square += (double) images[i] * images[i];
    }
    return Math.sqrt(square);
  }

  private static void assertNorms(float[] images, double norm) {
    for (int image = 0; image < images.length / INPUTS; image++) {
      float[] one = Arrays.copyOfRange(images, image * INPUTS, (image + 1) * INPUTS);
      assertEquals(norm, meanNorm(one), 1e-4);
    }
  }

  @Test
  void aUnitAloneGivesTheSameBitsAsAmongOthers() {
    Path many = folder.resolve("many");
    Path alone = folder.resolve("alone");
    CommandLine.succeed("compare", "--model", model, "--units", "0-17", "--out", many);
    CommandLine.succeed(
        "compare", "--model", model, "--units", "7", "--threads", 1, "--out", alone);
    try (NpzReader all = NpzReader.open(many.resolve("results.npz"));
        NpzReader one = NpzReader.open(alone.resolve("results.npz"))) {
      for (String name : List.of("maximization.images", "sampling.samples", "combination.images")) {
        float[] expected = one.get(name).floats();
        float[] among = all.get(name).floats();
        int length = expected.length;
        assertArrayEquals(expected, Arrays.copyOfRange(among, 7 * length, 8 * length), 0f, name);
      }
    }
  }

  @Test
  void samplingIsDiagnosed() throws IOException {
    Path out = folder.resolve("diagnosed");
    CommandLine result =
        CommandLine.succeed(
            "sample",
            "--model",
            model,
            "--units",
            "0-3",
            "--samples",
            20,
            "--keep",
            5,
            "--largest-rhat",
            1.05,
            "--out",
            out);
    List<String> table = Files.readAllLines(out.resolve("diagnostics.csv"));
    long mixed = 0;
    try (NpzReader npz = NpzReader.open(out.resolve("results.npz"))) {
      assertArrayEquals(new int[] {4, 16 * 5, INPUTS}, npz.get("samples").shape());
      assertArrayEquals(new int[] {4, INPUTS}, npz.get("meanError").shape());
      for (int unit = 0; unit < 4; unit++) {
        double rhat = npz.get("rhat").doubles()[unit];
        double effective = npz.get("effectiveSamples").doubles()[unit];
        double time = npz.get("autocorrelationTime").doubles()[unit];
        boolean meets = rhat <= 1.05 && effective >= 50;
        mixed += meets ? 1 : 0;
        assertEquals(10 * 320 / effective, time, 1e-9 * time);
        String start = String.format(Locale.ROOT, "%d,%s,%s,%s,", unit, time, effective, rhat);
        assertTrue(table.get(1 + unit).startsWith(start), table.get(1 + unit));
        assertEquals(String.valueOf(meets), table.get(1 + unit).split(",")[6]);
      }
    }
    assertTrue(
        result.out().contains(String.format(Locale.ROOT, "chains mixed for %d of 4 units", mixed)));
    String manifest = Files.readString(out.resolve("manifest.json"));
    assertTrue(manifest.contains("\"largestRhat\" : 1.05"), manifest);
    assertTrue(manifest.contains("\"keptPerChain\" : 5"), manifest);
  }

  @Test
  void aSingleChainAndAFewSamplesStillGiveAFigure() throws IOException {
    for (List<Object> few :
        List.<List<Object>>of(List.of("--chains", 1), List.of("--samples", 2))) {
      Path out = folder.resolve("few" + few.get(0));
      Object[] words = {
        "sample", "--model", model, "--units", "0-1", few.get(0), few.get(1), "--out", out
      };
      CommandLine result = CommandLine.succeed(words);
      assertTrue(result.out().contains("chains mixed for 0 of 2 units"), result.out());
      assertTrue(Files.size(out.resolve("sample.png")) > 0);
      assertTrue(!Files.readString(out.resolve("diagnostics.csv")).contains("NaN"));
    }
  }

  @Test
  void compareReportsTheCosinesOfItsOwnPictures() {
    Path out = folder.resolve("compare");
    CommandLine.succeed("compare", "--model", model, "--units", "0-2", "--out", out);
    try (NpzReader npz = NpzReader.open(out.resolve("results.npz"))) {
      NpyArray agreement = npz.get("agreement");
      assertArrayEquals(new int[] {3, 3}, agreement.shape());
      float[][] means = npz.get("sampling.mean").rows();
      float[][] combinations = npz.get("combination.images").rows();
      for (int unit = 0; unit < 3; unit++) {
        assertEquals(
            Cosine.between(means[unit], combinations[unit]),
            agreement.doubles()[3 * unit + 2],
            1e-9);
      }
    }
  }

  @Test
  void compareWithoutAModelTrainsOneAndLeavesIt() throws IOException {
    Path out = folder.resolve("front-door");
    CommandLine result =
        CommandLine.succeed("compare", "--units", "0-5", "--restarts", 2, "--out", out);
    assertEquals(
        "no --model given: training a small one first, 200 and 200 units on synthetic; about 10"
            + " seconds in all on two cores",
        result.out().lines().findFirst().orElseThrow());
    assertTrue(result.out().contains("--data mnist"), result.out());
    assertTrue(names(out).containsAll(Set.of("compare.png", "results.npz", "manifest.json")));
    CommandLine.succeed(
        "combine", "--model", out.resolve("model"), "--out", folder.resolve("of-its-model"));
  }

  /** Binary visible units would be wrong for pixels around 0. */
  @Test
  void theModelThatCompareTrainsFitsItsData() {
    Path out = folder.resolve("patches-first");
    CommandLine result =
        CommandLine.succeed(
            "compare",
            "--data",
            "leaves",
            "--patches",
            400,
            "--units",
            0,
            "--restarts",
            1,
            "--chains",
            2,
            "--burn-in",
            2,
            "--samples",
            2,
            "--out",
            out);
    assertTrue(result.out().contains("on leaves; about 10 seconds"), result.out());
    assertFalse(result.out().contains("mnist"), result.out());
    assertEquals("GAUSSIAN", Json.field(out.resolve("model/model.json"), "visibleUnits"));
  }

  @Test
  void manifestNamesEveryOutputWithItsHash() {
    Path out = folder.resolve("combine");
    CommandLine.succeed("combine", "--model", model, "--layer", 1, "--out", out);
    Manifest manifest = Json.read(out.resolve("manifest.json"), Manifest.class);
    assertEquals(Set.of("results.npz", "combine.png"), manifest.outputs().keySet());
    for (Map.Entry<String, String> output : manifest.outputs().entrySet()) {
      assertEquals(output.getValue(), Sha256.of(out.resolve(output.getKey())));
    }
    assertEquals("combine", manifest.inputs().command());
    assertEquals(42, manifest.inputs().seed());
  }

  @Test
  void likelihoodIsExactForASmallMachineAndCloseByAnnealing() throws IOException {
    Path exact = folder.resolve("exact");
    Path small = folder.resolve("small");
    CommandLine.succeed("train", "dbn", "--layers", 12, "--epochs", 1, "--out", small);
    CommandLine first = CommandLine.succeed("likelihood", "--model", small, "--out", exact);
    CommandLine second =
        CommandLine.succeed(
            "likelihood",
            "--model",
            small,
            "--method",
            "ais",
            "--steps",
            1000,
            "--out",
            folder.resolve("ais"));
    assertEquals(logPartition(first.out()), logPartition(second.out()), 0.5);
    assertFalse(Files.exists(exact.resolve("partition.json")));
    String sides = Files.readString(folder.resolve("ais").resolve("partition.json"));
    assertTrue(sides.contains("\"open\" : false"), sides);
    assertFalse(sides.contains("\"ladder\""), sides);
    assertTrue(second.out().contains("both estimates agree"), second.out());
  }

  @Test
  void aModelTrainedInEquilibriumHasALadderThatKnowsItsLikelihood() {
    Path model = folder.resolve("tempered");
    CommandLine.succeed(
        "train", "dbn", "--algorithm", "ptt", "--layers", 12, "--epochs", 2, "--out", model);
    CommandLine exact =
        CommandLine.succeed("likelihood", "--model", model, "--out", folder.resolve("exact2"));
    CommandLine annealed =
        CommandLine.succeed(
            "likelihood",
            "--model",
            model,
            "--method",
            "ais",
            "--steps",
            500,
            "--out",
            folder.resolve("ais2"));
    String out = annealed.out();
    double ladder =
        Double.parseDouble(out.replaceAll("(?s)^.*by the ladder log Z = ([0-9.]+).*$", "$1"));
    assertEquals(logPartition(exact.out()), ladder, 0.5);
    assertEquals(logPartition(exact.out()), logPartition(out), 0.5);
  }

  private static double logPartition(String said) {
    return Double.parseDouble(said.replaceAll("(?s)^log Z = (-?[0-9.]+).*$", "$1"));
  }

  @Test
  void dataShowDrawsTheDigits() throws IOException {
    Path out = folder.resolve("digits");
    CommandLine.succeed("data", "show", "--images", 20, "--out", out);
    assertTrue(names(out).contains("images.png"));
    assertTrue(CommandLine.succeed("data", "list").out().contains("synthetic"));
  }

  @Test
  void everyCommandHasHelpWithDefaults() {
    for (String command : List.of("compare", "train dbn", "maximize", "sample", "combine")) {
      Object[] words = (command + " --help").split(" ");
      String help = CommandLine.succeed(words).out();
      assertTrue(help.contains("--seed") && help.contains("Default: 42"), help);
    }
  }

  private static Set<String> names(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
