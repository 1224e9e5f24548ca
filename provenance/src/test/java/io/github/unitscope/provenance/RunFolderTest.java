package io.github.unitscope.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.datasets.SourceFile;
import io.github.unitscope.datasets.ValueRange;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelSource;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path folder;

  record Settings(int steps, double rate, List<Integer> units) {}

  private static final Settings SETTINGS = new Settings(500, 0.1, List.of(1, 7));

  private static final Invocation CALL =
      new Invocation(List.of("maximize", "--steps", "500"), 3, List.of());

  private static Inputs inputs() {
    return Inputs.of("maximize", SETTINGS, 42)
        .withData(dataset("/data/train-images"))
        .withModel(new ModelSource("/models/a", "bb", "ee"));
  }

  /** Images do not matter to a manifest. */
  private static Dataset dataset(String file) {
    List<SourceFile> sources = List.of(new SourceFile(Path.of(file), "aa"));
    return new Dataset("mnist", ValueRange.UNIT_INTERVAL, null, null, null, sources);
  }

  private Path run(String name, boolean force, String table) {
    Path out = folder.resolve(name);
    try (RunFolder run = RunFolder.create(out, force, inputs(), CALL)) {
      run.writeText("table.csv", table);
      run.writeArrays("results.npz", Map.of("values", NpyArray.of(new float[] {1, 2}, 2)));
      run.commit();
    }
    return out;
  }

  private static Manifest manifest(Path out) {
    return Json.read(out.resolve("manifest.json"), Manifest.class);
  }

  @Test
  void theManifestSaysWhatIsNeededToMakeTheRunAgain() {
    Manifest manifest = manifest(run("a", false, "unit,value\n"));
    assertEquals("maximize", manifest.inputs().command());
    assertEquals(
        Json.text(Map.of("units", List.of(1, 7), "steps", 500, "rate", 0.1)),
        Json.text(manifest.inputs().settings() instanceof Map<?, ?> map ? map : null));
    assertEquals(42, manifest.inputs().seed());
    assertEquals(Map.of("train-images", "aa"), manifest.inputs().dataFiles());
    assertEquals("bb", manifest.inputs().modelSha256());
    assertEquals(3, manifest.machine().threads());
    assertEquals(List.of("maximize", "--steps", "500"), manifest.arguments());
    assertTrue(manifest.versions().unitscope().matches("\\d+\\.\\d+\\..+"), "filtered resource");
    assertTrue(manifest.versions().nd4j().startsWith("1."), "filtered resource");
    assertTrue(Instant.parse(manifest.started()).isBefore(Instant.now()));
    assertTrue(manifest.seconds() >= 0);
  }

  /** The folder of the model may hold another by then. */
  @Test
  void theRunThatMadeTheModelIsTheOneThatWasThereWhenItWasRead() {
    Manifest manifest = manifest(run("a", false, "unit,value\n"));
    assertEquals("ee", manifest.model().identity());
    assertTrue(!Json.text(manifest.inputs()).contains("ee\""), "it determines nothing");
  }

  /** A later one must not take the place of an earlier one without a word. */
  @Test
  void twoDataFilesOfOneNameAreRefused() {
    Inputs inputs = inputs();
    assertThrows(InvalidInputException.class, () -> inputs.withFile("train-images", "bb"));
  }

  @Test
  void hashesOfAllOutputsAreThoseOfTheFiles() throws IOException {
    Path out = run("a", false, "unit,value\n7,0.5\n");
    Map<String, String> outputs = manifest(out).outputs();
    assertEquals(Set.of("table.csv", "results.npz"), outputs.keySet());
    outputs.forEach((name, hash) -> assertEquals(Sha256.of(out.resolve(name)), hash));
    assertEquals("unit,value\n7,0.5\n", Files.readString(out.resolve("table.csv")));
    try (NpzReader npz = NpzReader.open(out.resolve("results.npz"))) {
      assertEquals(NpyArray.of(new float[] {1, 2}, 2), npz.get("values"));
    }
  }

  @Test
  void theIdentityDependsOnWhatDeterminesTheResultsAndOnNothingElse() {
    String identity = inputs().identity("1");
    assertEquals(identity, inputs().identity("1"));
    assertEquals(
        identity, inputs().withModel(new ModelSource("/elsewhere", "bb", "ee")).identity("1"));
    assertEquals(identity, inputs().withData(dataset("/other/train-images")).identity("1"));
    assertNotEquals(identity, inputs().identity("2"));
    assertNotEquals(
        identity, inputs().withModel(new ModelSource("/models/a", "cc", "ee")).identity("1"));
    assertNotEquals(identity, Inputs.of("maximize", SETTINGS, 43).identity("1"));
    assertNotEquals(
        Inputs.of("maximize", SETTINGS, 42).identity("1"),
        Inputs.of("maximize", new Settings(501, 0.1, List.of(1, 7)), 42).identity("1"));
    assertNotEquals(
        Inputs.of("maximize", SETTINGS, 42).identity("1"),
        Inputs.of("sample", SETTINGS, 42).identity("1"));
  }

  @Test
  void theIdentitySurvivesBeingWrittenAndRead() {
    Path out = run("a", false, "");
    Manifest manifest = manifest(out);
    assertEquals(manifest.identity(), inputs().identity(manifest.versions().unitscope()));
    assertEquals(manifest.identity(), manifest.inputs().identity(manifest.versions().unitscope()));
  }

  @Test
  void aRunIsReplacedOnlyByForceAndAFailedOneLeavesIt() throws IOException {
    Path out = run("a", false, "one");
    assertThrows(InvalidInputException.class, () -> run("a", false, "two"));
    try (RunFolder failed = RunFolder.create(out, true, inputs(), CALL)) {
      failed.writeText("table.csv", "three");
    }
    assertEquals("one", Files.readString(out.resolve("table.csv")));
    run("a", true, "four");
    assertEquals("four", Files.readString(out.resolve("table.csv")));
    try (var all = Files.list(folder)) {
      assertEquals(List.of(out), all.toList());
    }
  }

  @Test
  void aManifestThatWasReadIsTheSameWhenWrittenAndReadAgain() {
    Manifest manifest = manifest(run("a", false, "unit,value\n"));
    Path copy = folder.resolve("copy.json");
    Json.write(copy, manifest);
    assertEquals(manifest, Json.read(copy, Manifest.class));
    assertThrows(UnsupportedOperationException.class, () -> manifest.outputs().put("b", ""));
  }

  @Test
  void theBlasIsAskedForOnlyWhenTheRunIsComplete() {
    AtomicInteger asked = new AtomicInteger();
    Supplier<String> blas = () -> "vendor " + asked.incrementAndGet();
    Path out = folder.resolve("a");
    try (RunFolder run = RunFolder.create(out, false, inputs(), CALL, blas)) {
      run.writeText(run.identity() + ".csv", "");
      assertEquals(0, asked.get());
      run.commit();
    }
    assertEquals("vendor 1", manifest(out).versions().blas());
  }

  @Test
  void theManifestNamesTheCodeAndTheIdentityDoesNot() throws IOException {
    Path out = run("a", false, "unit,value\n");
    Versions versions = manifest(out).versions();
    assertTrue(versions.build().matches("[0-9a-f]{64}"), versions.build());
    assertTrue(
        versions.commit() == null || versions.commit().matches("[0-9a-f]{40}(-dirty)?"),
        versions.commit());
    assertEquals(inputs().identity(Versions.ofUnitscope()), manifest(out).identity());
  }

  @Test
  void aManifestFromBeforeBuildsWereRecordedIsReadAndWrittenWithoutThem() throws IOException {
    Path file = run("a", false, "unit,value\n").resolve("manifest.json");
    String old = Files.readString(file).replaceAll(",\\s*\"(commit|build)\" : \"[^\"]*\"", "");
    assertFalse(old.contains("\"build\""), old);
    Files.writeString(file, old);
    Manifest manifest = Json.read(file, Manifest.class);
    assertNull(manifest.versions().build());
    assertNull(manifest.versions().commit());
    String written = Json.text(manifest);
    assertFalse(written.contains("\"build\"") || written.contains("\"commit\""), written);
  }

  @Test
  void filesStayInTheFolderAndLeaveTheManifestAlone() {
    try (RunFolder run = RunFolder.create(folder.resolve("a"), false, inputs(), CALL)) {
      for (String name : List.of("../b.csv", "/b.csv", "c/../../b.csv", "manifest.json")) {
        assertThrows(IllegalArgumentException.class, () -> run.writeText(name, ""), name);
      }
      run.writeText("c/manifest.json", "");
    }
  }

  @Test
  void aPartThatIsNullIsNamed() throws IOException {
    Path file = run("a", false, "").resolve("manifest.json");
    String json = Files.readString(file);
    Files.writeString(file, json.replaceAll("(?s)\"outputs\" : \\{.*?}", "\"outputs\" : null"));
    String message =
        assertThrows(InvalidInputException.class, () -> Json.read(file, Manifest.class))
            .getMessage();
    assertTrue(message.contains("outputs") && message.contains(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
  }

  @Test
  void anUnknownFieldIsNamed() throws IOException {
    Path file = run("a", false, "").resolve("manifest.json");
    Files.writeString(
        file, Files.readString(file).replace("\"seconds\"", "\"secs\" : 1, \"seconds\""));
    String message =
        assertThrows(InvalidInputException.class, () -> Json.read(file, Manifest.class))
            .getMessage();
    assertTrue(message.contains("secs") && message.contains(file.toString()), message);
    assertFalse(message.contains("\n"));
  }
}
