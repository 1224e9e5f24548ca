package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every option of every command with values that nobody means: the program does its work, or says
 * in one line why not, soon, and leaves nothing.
 */
@Tag("slow")
class HostileOptionsTest {
  private static final int TRIES = Integer.getInteger("jqwik.tries.default", 1300) / 16;
  private static final int MOST_FAULTS = 40;
  private static final int REPORT_EVERY = 500;

  /** Of processor time, for what hangs. */
  private static final int PATIENCE_SECONDS = 60;

  /** For what was asked to take long; it is stopped then. */
  private static final int SHORT_PATIENCE_SECONDS = 3;

  @TempDir static Path folder;

  private static CommandLines lines;
  private static ProgramProcess program;
  private static Path work;
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  @BeforeAll
  static void prepare() throws IOException {
    Map<String, Path> models = StrangeModels.write(folder.resolve("models"));
    lines = new CommandLines(folder, models);
    program =
        new ProgramProcess(folder.resolve("log"), Files.createDirectory(folder.resolve("cwd")));
    work = Files.createDirectory(folder.resolve("work"));
    Files.writeString(folder.resolve("parts.csv"), "image,part,row,column\n0,a,1,1\n1,a,1,1\n");
    CommandLine.succeed(
        "maximize",
        "--model",
        models.get("one-pixel"),
        "--layer",
        1,
        "--restarts",
        2,
        "--out",
        folder.resolve("run"));
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("empty.txt"), "");
    Files.writeString(folder.resolve("noise.bin"), "PK\u0003\u0004 noise");
  }

  @AfterAll
  static void end() {
    program.close();
    System.out.println("[hostile] options: " + COUNTS);
  }

  @Test
  void whatNobodyMeansIsDoneOrRefusedInOneLine() throws IOException {
    Map<String, String> faults = new TreeMap<>();
    List<CommandLines.Change> sweep = lines.sweep();
    for (int i = 0; i < TRIES && faults.size() < MOST_FAULTS; i++) {
      SplitMix64 random = Seed.root(Search.seed(i)).derive("options").stream();
      boolean one = i % 2 == 0 && i / 2 < sweep.size();
      CommandLines.Drawn drawn = one ? lines.drawn(sweep.get(i / 2), random) : lines.draw(random);
      Optional<String> fault = fault(drawn);
      if (fault.isPresent() && faults.putIfAbsent(kind(fault.get()), fault.get()) == null) {
        // At once: a long search may be stopped.
        System.out.println("[hostile] " + fault.get());
      }
      clear();
      if (i % REPORT_EVERY == REPORT_EVERY - 1) {
        System.out.println("[hostile] options: " + COUNTS);
      }
    }
    assertEquals("", String.join("\n", faults.values()));
  }

  /** The first line without its numbers and names: one of each kind is enough. */
  private static String kind(String fault) {
    return fault.lines().findFirst().orElse("").replaceAll("[\\d/'.$-]\\S*", "#");
  }

  private static Optional<String> fault(CommandLines.Drawn drawn) throws IOException {
    Optional<ProgramProcess.Outcome> ended;
    try {
      ended =
          program.run(drawn.words(), drawn.isLong() ? SHORT_PATIENCE_SECONDS : PATIENCE_SECONDS);
    } catch (AssertionError e) {
      return Optional.of("DIED " + shown(drawn));
    }
    COUNTS.merge(
        ended.map(outcome -> "exit code " + outcome.code()).orElse("stopped"), 1, Integer::sum);
    if (ended.isEmpty()) {
      return drawn.isLong() ? Optional.empty() : Optional.of("HANGS " + shown(drawn));
    }
    ProgramProcess.Outcome outcome = ended.get();
    String said = outcome.said();
    List<String> lines = said.lines().filter(line -> !line.matches("(warning|note): .*")).toList();
    String why = "";
    if (!List.of(0, 1, 2).contains(outcome.code())) {
      why = "CODE " + outcome.code();
    } else if (said.contains("this is a bug")) {
      why = "BUG";
    } else if (said.contains("out of memory")) {
      why = "MEMORY";
    } else if (lines.size() != (outcome.code() == 0 ? 0 : 1) || said.contains("\tat ")) {
      why = "LINES " + lines.size();
    } else if (said.matches("(?s).*(: null\\s*$|Exception|java\\.|io\\.github).*")) {
      why = "WORDS";
    } else if (outcome.code() != 0 && !isLeftOnPurpose(said) && !left().isEmpty()) {
      why = "LEFT " + left();
    } else if (outcome.code() == 0) {
      why = notFinite();
    }
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "%s: %s%n    %s", why, said.strip(), shown(drawn)));
  }

  /** What was done until the numbers left all bounds, and how all trials failed. */
  private static boolean isLeftOnPurpose(String said) {
    return said.contains("diverged") || said.contains("every trial failed: see");
  }

  private static String shown(CommandLines.Drawn drawn) {
    return String.join(
            " ",
            drawn.words().stream()
                .map(word -> word.isBlank() ? "'" + word + "'" : word)
                .map(word -> word.length() > 200 ? word.substring(0, 5) + "..." : word)
                .toList())
        .replace(folder.toString(), "$T");
  }

  private static List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(work)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String notFinite() throws IOException {
    List<String> found = new ArrayList<>();
    Path out = work.resolve("out");
    if (!Files.isDirectory(out)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".npz")) {
          try (NpzReader npz = NpzReader.open(file)) {
            npz.names().stream().filter(array -> !isFinite(npz.get(array))).forEach(found::add);
          }
        } else if (name.endsWith(".csv") && Files.readString(file).contains("Infinity")) {
          found.add(name);
        }
      }
    }
    return found.isEmpty() ? "" : "NOT FINITE " + found;
  }

  /** What may be undefined {@link io.github.unitscope.provenance.FiniteResults} says. */
  private static boolean isFinite(NpyArray array) {
    if (array.type() == NpyType.FLOAT32) {
      for (float value : array.floats()) {
        if (Float.isInfinite(value)) {
          return false;
        }
      }
    } else if (array.type() == NpyType.FLOAT64) {
      return Arrays.stream(array.doubles()).noneMatch(Double::isInfinite);
    }
    return true;
  }

  private static void clear() throws IOException {
    for (Path place : List.of(work, folder.resolve("cwd"))) {
      try (Stream<Path> all = Files.walk(place)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          if (!path.equals(place)) {
            Files.delete(path);
          }
        }
      }
    }
  }
}
