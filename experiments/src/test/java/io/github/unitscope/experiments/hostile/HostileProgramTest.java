package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/** The program with models of strangers: it does its work, or says in one line why not. */
@Tag("slow")
class HostileProgramTest {
  /** A look takes a tenth of a second, even of the smallest model. */
  private static final Search SEARCH = new Search(50);

  private static final Search RUNS = new Search(50);

  private static final Path FOLDER = newFolder();
  private static int runs;
  private static int refused;

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("hostile-program");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterContainer
  static void end() throws IOException {
    System.out.printf(Locale.ROOT, "[hostile] program: %d runs, %d refused%n", runs, refused);
    try (var left = Files.walk(FOLDER)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }

  /** One change each, so that many models are strange and yet read. */
  @Provide
  static Arbitrary<Mutation> changes() {
    return Arbitraries.oneOf(
        JsonMutation.numbers(), JsonMutation.numbers(), ZipMutation.values(), JsonMutation.any());
  }

  @Property(seed = "9", edgeCases = EdgeCasesMode.NONE)
  void commands(@ForAll SmallModels kind, @ForAll("changes") Mutation change) throws IOException {
    if (!SEARCH.goesOn()) {
      return;
    }
    SmallModels.Files files = kind.make();
    boolean description = change instanceof JsonMutation;
    look(
        description ? change.of(files.description()) : files.description(),
        description ? files.weights() : change.of(files.weights()));
  }

  @Example
  void whatIsNotChangedIsLookedAt() throws IOException {
    for (SmallModels kind : SmallModels.values()) {
      int before = refused;
      look(kind.make().description(), kind.make().weights());
      assertEquals(before, refused, kind.toString());
    }
  }

  private static void look(byte[] description, byte[] weights) throws IOException {
    Path model = Files.createDirectories(FOLDER.resolve("model"));
    Files.write(model.resolve(ModelFiles.DESCRIPTION), description);
    Files.write(model.resolve(ModelFiles.WEIGHTS), weights);
    check("model", "show", "--model", model);
    check(
        "maximize",
        "--model",
        model,
        "--layer",
        1,
        "--units",
        0,
        "--restarts",
        2,
        "--steps",
        2,
        "--out",
        FOLDER.resolve("run"),
        "--force");
  }

  /** A run of the smallest model, as a stranger sends it: with another manifest. */
  @Property(seed = "13", edgeCases = EdgeCasesMode.NONE)
  void runs(@ForAll("manifests") Mutation change) throws IOException {
    if (!RUNS.goesOn()) {
      return;
    }
    byte[] manifest = Files.readAllBytes(run().resolve(StagedFolder.MANIFEST));
    Path stranger = stranger(change.of(manifest));
    check("show", stranger);
    check("diff", run(), stranger);
    check("rerun", stranger, "--out", FOLDER.resolve("again"), "--force");
    requireNothingElse();
  }

  @Provide
  static Arbitrary<Mutation> manifests() {
    return Arbitraries.oneOf(JsonMutation.any(), JsonMutation.numbers());
  }

  /** Commands that would write elsewhere, call another command, or read options from a file. */
  @Example
  void noManifestWritesElsewhere() throws IOException {
    Path evil = FOLDER.resolve("evil");
    Path words = Files.writeString(FOLDER.resolve("words"), "--out\n" + evil + "\n");
    String model = FOLDER.resolve("sound").toString();
    for (List<String> arguments :
        List.of(
            List.of("maximize", "--model", model, "--out", evil.toString()),
            List.of("maximize", "--model", model, "--out=" + evil),
            List.of("maximize", "--model", model, "--force"),
            List.of("maximize", "--model", model, "@" + words),
            List.of("maximize", "--model", model, "--ou", evil.toString()),
            List.of("maximize", "--model", "\u0000"),
            List.of("maximize", "--model"),
            List.of("maximize", "--units", "99999999999"),
            List.of("model show", "--model", model),
            List.of("model", "show", "--model", model),
            List.of("data", "fetch", "mnist", "--data-dir", evil.toString()),
            List.of("rerun", run().toString()),
            List.of("train dbn"),
            List.of("no", "such", "command"),
            List.of(""),
            List.<String>of())) {
      String manifest = Files.readString(run().resolve(StagedFolder.MANIFEST));
      String changed =
          manifest.replaceFirst(
              "(?s)\"arguments\" : \\[.*?\\]",
              Matcher.quoteReplacement("\"arguments\" : " + Json.text(arguments).strip()));
      assertNotEquals(manifest, changed);
      int before = refused;
      check(
          "rerun",
          stranger(changed.getBytes(StandardCharsets.UTF_8)),
          "--out",
          FOLDER.resolve("again"),
          "--force");
      assertEquals(before + 1, refused, arguments.toString());
      assertFalse(Files.exists(evil), arguments.toString());
    }
    Files.delete(words);
    requireNothingElse();
  }

  private static Path run() throws IOException {
    Path run = FOLDER.resolve("good");
    if (!Files.exists(run)) {
      SmallModels.Files files = SmallModels.DBN.make();
      Path model = Files.createDirectories(FOLDER.resolve("sound"));
      Files.write(model.resolve(ModelFiles.DESCRIPTION), files.description());
      Files.write(model.resolve(ModelFiles.WEIGHTS), files.weights());
      CommandLine.succeed(
          "maximize", "--model", model, "--layer", 1, "--restarts", 2, "--steps", 2, "--out", run);
    }
    return run;
  }

  private static Path stranger(byte[] manifest) throws IOException {
    Path stranger = Files.createDirectories(FOLDER.resolve("stranger"));
    try (var files = Files.list(run())) {
      for (Path file : files.toList()) {
        Files.copy(file, stranger.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.write(stranger.resolve(StagedFolder.MANIFEST), manifest);
    return stranger;
  }

  private static void requireNothingElse() throws IOException {
    try (var left = Files.list(FOLDER)) {
      Set<String> names =
          left.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
      names.removeAll(Set.of("again", "good", "model", "run", "sound", "stranger"));
      assertEquals(Set.of(), names);
    }
  }

  private static void check(Object... arguments) {
    CommandLine result = CommandLine.run(arguments);
    runs++;
    if (result.code() == Unitscope.DONE) {
      return;
    }
    refused++;
    boolean sound =
        result.code() == Unitscope.FAILED
            && result.err().lines().filter(line -> !line.startsWith("warning: ")).count() == 1
            && result.err().contains("unitscope: ")
            && !result.err().contains("this is a bug")
            && !result.err().contains("out of memory");
    if (!sound) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "%s ended with %d: %s",
              List.of(arguments),
              result.code(),
              result.err()));
    }
  }
}
