package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.network.storage.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** The program with models of strangers: it does its work, or says in one line why not. */
class HostileProgramTest {
  /** A look takes a tenth of a second, even of the smallest model. */
  private static final Search SEARCH = new Search(50);

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
    System.out.printf("[hostile] program: %d runs, %d refused%n", runs, refused);
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

  private static void check(Object... arguments) {
    CommandLine result = CommandLine.run(arguments);
    runs++;
    if (result.code() == Unitscope.DONE) {
      return;
    }
    refused++;
    boolean sound =
        result.code() == Unitscope.FAILED
            && result.err().lines().count() == 1
            && result.err().startsWith("unitscope: ")
            && !result.err().contains("this is a bug")
            && !result.err().contains("out of memory");
    if (!sound) {
      throw new AssertionError(
          "%s ended with %d: %s".formatted(List.of(arguments), result.code(), result.err()));
    }
  }
}
