package io.github.unitscope.experiments.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Options that had another name in an earlier version. Manifests keep the words that their runs
 * were called with, so that the old names are read there for ever; people are told the new ones.
 */
public final class RenamedOptions {
  private static final List<Renamed> ALL =
      List.of(
          new Renamed("examples", "--channels", "--units"),
          new Renamed("deconv", "--channels", "--units"),
          new Renamed("occlude", "--channel", "--units"),
          new Renamed("occlude", "--strongest", "--rank-by"),
          new Renamed("unimodality", "--threshold", "--least-cosine"),
          new Renamed("train dbn", "--persistent", "--algorithm pcd"),
          new Renamed("rerun", "--tolerance", "--max-difference"),
          new Renamed("diff", "--tolerance", "--max-difference"));

  private RenamedOptions() {}

  private record Renamed(String command, String before, String now) {
    boolean isOf(List<String> words) {
      List<String> name = List.of(command.split(" "));
      return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
    }
  }

  /**
   * The words of a manifest, as they are given today.
   *
   * @param words the command and its options
   */
  public static List<String> translated(List<String> words) {
    List<String> translated = new ArrayList<>(words);
    for (Renamed renamed : ALL) {
      if (renamed.isOf(words)) {
        // A flag may have become an option with a value: two words.
        translated =
            translated.stream()
                .flatMap(
                    word ->
                        word.equals(renamed.before)
                            ? Stream.of(renamed.now.split(" "))
                            : Stream.of(word))
                .collect(Collectors.toCollection(ArrayList::new));
      }
    }
    int none = translated.indexOf("none");
    if (none > 1 && words.get(0).equals("evolve") && words.get(none - 1).equals("--units")) {
      translated.subList(none - 1, none + 1).clear();
      translated.add("--no-maximization");
    }
    return translated;
  }

  /** What to tell somebody who gives an old name; empty if it is none. */
  static Optional<String> advice(String command, String option) {
    return ALL.stream()
        .filter(renamed -> renamed.command.equals(command) && renamed.before.equals(option))
        .map(renamed -> String.format(Locale.ROOT, "%s is now %s", option, renamed.now))
        .findFirst();
  }
}
