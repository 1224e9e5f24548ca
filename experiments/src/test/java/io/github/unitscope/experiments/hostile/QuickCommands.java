package io.github.unitscope.experiments.hostile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every command with options that make it end soon. */
final class QuickCommands {
  /** For whatever command has the option. */
  private static final Map<String, List<String>> QUICK = new LinkedHashMap<>();

  /** For one command, before those for all. */
  private static final Map<String, Map<String, List<String>>> OF_ONE =
      Map.ofEntries(
          Map.entry("train dbn", Map.of("--layers", List.of("3,2"))),
          Map.entry("train sdae", Map.of("--layers", List.of("3,2"))),
          Map.entry(
              "tune dbn", Map.of("--over", List.of("epochs=1", "layers=2", "finetune-epochs=1"))),
          Map.entry(
              "tune sdae", Map.of("--over", List.of("epochs=1", "layers=2", "finetune-epochs=1"))),
          Map.entry("reproduce o17", Map.of("--size", List.of("16"), "--channels", List.of("1"))),
          Map.entry("reproduce figure1", Map.of("--digits", List.of("synthetic"))),
          Map.entry("bench", Map.of("--only", List.of("cd1"))),
          Map.entry("evolve", Map.of("--layer", List.of("2"))));

  static {
    QUICK.put("--threads", List.of("1"));
    QUICK.put("--layer", List.of("1"));
    QUICK.put("--units", List.of("0"));
    QUICK.put("--restarts", List.of("2"));
    QUICK.put("--steps", List.of("2"));
    QUICK.put("--ascent-steps", List.of("1"));
    QUICK.put("--epochs", List.of("1"));
    QUICK.put("--chains", List.of("2"));
    QUICK.put("--samples", List.of("4"));
    QUICK.put("--burn-in", List.of("1"));
    QUICK.put("--images", List.of("12"));
    QUICK.put("--top", List.of("3"));
    QUICK.put("--train-size", List.of("40"));
    QUICK.put("--show", List.of("0"));
    QUICK.put("--runs", List.of("2"));
    QUICK.put("--rounds", List.of("1"));
    QUICK.put("--warm-up", List.of("0"));
    QUICK.put("--random", List.of("1"));
    QUICK.put("--trials", List.of("1"));
    QUICK.put("--patience", List.of("1"));
    // Nobody listens there.
    QUICK.put("--mirror", List.of("http://127.0.0.1:1/"));
  }

  /** Where a folder of a run, a file or a dataset is expected without an option's name. */
  private static final Map<String, List<String>> NAMELESS =
      Map.of(
          "show", List.of("{run}"),
          "rerun", List.of("{run}"),
          "diff", List.of("{run}", "{run}"),
          "data show", List.of(),
          "data fetch", List.of("mnist"),
          "model import", List.of("missing.h5"));

  private QuickCommands() {}

  /**
   * The options of a command, by their names; those without a name under "".
   *
   * @param has the names of the command's options
   * @param run the folder of a run
   * @param parts a table for {@code correspond}
   */
  static Map<String, List<String>> options(String command, Set<String> has, Path run, Path parts) {
    Map<String, List<String>> options = new LinkedHashMap<>();
    List<String> nameless = new ArrayList<>(NAMELESS.getOrDefault(command, List.of()));
    nameless.replaceAll(word -> word.equals("{run}") ? run.toString() : word);
    options.put("", nameless);
    options.putAll(OF_ONE.getOrDefault(command, Map.of()));
    QUICK.forEach(
        (name, words) -> {
          if (has.contains(name)) {
            options.putIfAbsent(name, words);
          }
        });
    if (has.contains("--parts")) {
      options.put("--parts", List.of(parts.toString()));
    }
    return options;
  }
}
