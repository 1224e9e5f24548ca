package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.experiments.cli.Command;
import io.github.unitscope.experiments.cli.CommandParser;
import io.github.unitscope.experiments.cli.GlobalOptions;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.SplitMix64;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every option of every command with values that nobody means: the program does its work, or says
 * in one line why not, soon, and leaves nothing.
 */
class HostileOptionsTest {
  private static final int TRIES = Integer.getInteger("jqwik.tries.default", 1300) / 6;
  private static final int MOST_FAULTS = 40;

  /** For what hangs; a machine that is busy elsewhere may take a while. */
  private static final int PATIENCE_SECONDS = 60;

  /** For what was asked to take long; it is stopped then. */
  private static final int SHORT_PATIENCE_SECONDS = Integer.getInteger("unitscope.patience", 4);

  /** Gives its own exit code, and asks for nothing. */
  private static final Set<String> NOT_DRAWN = Set.of("--help", "--verbose", "--quiet");

  @TempDir static Path folder;

  private static Map<String, Path> models;
  private static ProgramProcess program;
  private static Path work;
  private static Path run;
  private static Path parts;
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  @BeforeAll
  static void prepare() throws IOException {
    models = StrangeModels.write(folder.resolve("models"));
    program =
        new ProgramProcess(folder.resolve("log"), Files.createDirectory(folder.resolve("cwd")));
    work = Files.createDirectory(folder.resolve("work"));
    parts =
        Files.writeString(folder.resolve("parts.csv"), "image,part,row,column\n0,a,1,1\n1,a,1,1\n");
    run = folder.resolve("run");
    List<String> words =
        List.of(
            "maximize",
            "--model",
            models.get("one-pixel").toString(),
            "--layer",
            "1",
            "--restarts",
            "2");
    List<String> all = new ArrayList<>(words);
    all.addAll(List.of("--out", run.toString()));
    assertEquals(0, program.run(all, PATIENCE_SECONDS).orElseThrow().code());
    Files.createDirectory(folder.resolve("empty"));
    Files.writeString(folder.resolve("empty.txt"), "");
    Files.writeString(folder.resolve("noise.bin"), "PK\u0003\u0004 noise");
  }

  @AfterAll
  static void end() {
    program.close();
    System.out.println("[hostile] options: " + COUNTS);
  }

  private static List<Path> paths() {
    return List.of(
        folder.resolve("missing"),
        folder.resolve("empty"),
        folder.resolve("empty.txt"),
        folder.resolve("noise.bin"),
        folder.resolve("empty.txt/below"),
        folder.resolve("x".repeat(300)),
        folder.resolve("models"),
        Path.of(""),
        Path.of("/dev/null"),
        Path.of("/"),
        run,
        models.get("two-channels"),
        models.get("digits-dbn"));
  }

  /** All but most parts of a reproduction, which have one class and the same options. */
  private static List<Command> commands() {
    return Unitscope.commands().stream()
        .filter(command -> !command.name().matches("reproduce (figure[23]|patches|claims|all)"))
        .toList();
  }

  private static List<ParameterDescription> options(Command command) {
    JCommander parser = new CommandParser(new GlobalOptions(), command).options();
    parser.createDescriptions();
    return parser.getFields().values().stream()
        .filter(option -> !NOT_DRAWN.contains(option.getLongestName()))
        .sorted((a, b) -> a.getLongestName().compareTo(b.getLongestName()))
        .toList();
  }

  /** A command line, and whether it may have been asked to take long. */
  private record Drawn(List<String> words, boolean isLong) {}

  private static Drawn draw(SplitMix64 random) {
    Command command = MeanValues.one(random, commands());
    List<ParameterDescription> all = options(command);
    Set<String> names =
        all.stream().flatMap(o -> Stream.of(o.getNames().split(", "))).collect(Collectors.toSet());
    Map<String, List<String>> chosen =
        new LinkedHashMap<>(QuickCommands.options(command.name(), names, run, parts));
    if (names.contains("--model") && !command.name().equals("rerun")) {
      chosen.put("--model", List.of(model(command, random).toString()));
    }
    boolean isLong = command.name().startsWith("reproduce");
    int changes = random.nextInt(2) == 0 ? 1 : 1 + random.nextInt(3);
    for (int i = 0; i < changes && !all.isEmpty(); i++) {
      ParameterDescription option = MeanValues.one(random, all);
      Stream.of(option.getNames().split(", ")).forEach(chosen::remove);
      boolean flag = option.getParameterized().getType() == boolean.class;
      String value = flag ? null : MeanValues.draw(option, random, paths());
      chosen.put(option.getLongestName(), flag ? List.of() : List.of(value));
      isLong |= !flag && value.matches(".*(\\d{3,}|e\\d{2,}|all|\\.\\.).*");
    }
    List<String> words = new ArrayList<>(List.of(command.name().split(" ")));
    words.addAll(chosen.getOrDefault("", List.of()));
    chosen.remove("");
    chosen.put("--quiet", List.of());
    if (names.contains("--out")) {
      chosen.putIfAbsent("--out", List.of(work.resolve("out").toString()));
    }
    chosen.forEach(
        (name, values) -> {
          words.add(name);
          words.addAll(values);
        });
    return new Drawn(words, isLong);
  }

  private static Path model(Command command, SplitMix64 random) {
    List<Path> all = new ArrayList<>(models.values());
    if (random.nextInt(2) == 0) {
      all.removeIf(path -> !path.getFileName().toString().startsWith("digits"));
    }
    return MeanValues.one(random, all);
  }

  @Test
  void whatNobodyMeansIsDoneOrRefusedInOneLine() throws IOException {
    Map<String, String> faults = new TreeMap<>();
    for (int i = 0; i < TRIES && faults.size() < MOST_FAULTS; i++) {
      SplitMix64 random = Seed.root(Search.place(i, Integer.MAX_VALUE)).derive("options").stream();
      Drawn drawn = draw(random);
      Optional<String> fault = fault(drawn);
      if (fault.isPresent() && faults.putIfAbsent(kind(fault.get()), fault.get()) == null) {
        // At once: a long search may be stopped.
        System.out.println("[hostile] " + fault.get());
      }
      clear();
    }
    assertEquals("", String.join("\n", faults.values()));
  }

  /** The first line without its numbers and names: one of each kind is enough. */
  private static String kind(String fault) {
    return fault.lines().findFirst().orElse("").replaceAll("[\\d/'.$-]\\S*", "#");
  }

  private static Optional<String> fault(Drawn drawn) throws IOException {
    Optional<ProgramProcess.Outcome> ended;
    try {
      ended = program.run(drawn.words, drawn.isLong ? SHORT_PATIENCE_SECONDS : PATIENCE_SECONDS);
    } catch (AssertionError e) {
      return Optional.of("DIED " + shown(drawn));
    }
    COUNTS.merge(
        ended.map(outcome -> "exit code " + outcome.code()).orElse("stopped"), 1, Integer::sum);
    if (ended.isEmpty()) {
      return drawn.isLong ? Optional.empty() : Optional.of("HANGS " + shown(drawn));
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
    } else if (said.matches("(?s).*([ :]null$|[(:] ?null\\b|Exception|java\\.|io\\.github).*")) {
      why = "WORDS";
    } else if (outcome.code() != 0 && !said.contains("diverged") && !left().isEmpty()) {
      why = "LEFT " + left();
    } else if (outcome.code() == 0) {
      why = notFinite();
    }
    return why.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.format(Locale.ROOT, "%s: %s%n    %s", why, said.strip(), shown(drawn)));
  }

  private static String shown(Drawn drawn) {
    return String.join(
            " ",
            drawn.words.stream()
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

  private static boolean isFinite(NpyArray array) {
    if (array.type() == NpyType.FLOAT32) {
      for (float value : array.floats()) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    } else if (array.type() == NpyType.FLOAT64) {
      for (double value : array.doubles()) {
        if (!Double.isFinite(value)) {
          return false;
        }
      }
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
