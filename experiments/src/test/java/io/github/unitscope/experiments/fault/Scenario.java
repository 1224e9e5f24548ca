package io.github.unitscope.experiments.fault;

import java.util.List;

/**
 * A command that leaves a run folder.
 *
 * @param words of the command, without its place; {@code {name}} stands for a run or file that
 *     {@link Materials} makes
 * @param oldWords of the command whose run stood at the place before
 * @param modes in which it is run
 * @param readers the commands that read such a run, without its place, which comes last
 */
record Scenario(
    List<String> words, List<String> oldWords, List<Mode> modes, List<List<String>> readers) {
  private static final List<Mode> PLAIN = List.of(Mode.FRESH, Mode.REFUSED, Mode.FORCE);

  /** One that looks at something. */
  static Scenario of(String command) {
    return of(command, PLAIN, "show");
  }

  /** One that can be resumed. */
  static Scenario resumable(String command, String... readers) {
    return of(command, List.of(Mode.values()), readers);
  }

  private static Scenario of(String command, List<Mode> modes, String... readers) {
    return new Scenario(
        words(command),
        words(command + " --seed 7"),
        modes,
        List.of(readers).stream().map(Scenario::words).toList());
  }

  /** One that repeats a run: there is no seed to give, so an earlier run is of another. */
  static Scenario rerun(String run, String otherRun, boolean resumable) {
    return new Scenario(
        words("rerun " + run),
        words("rerun " + otherRun),
        resumable ? List.of(Mode.values()) : PLAIN,
        List.of(words("show")));
  }

  private static List<String> words(String command) {
    return List.of(command.split(" "));
  }

  /** The command without options, and what it looks at where that matters. */
  String name() {
    String all = String.join(" ", words);
    return all.startsWith("rerun") ? all : all.replaceAll(" (--|\\{).*", "");
  }

  boolean isResumable() {
    return modes.contains(Mode.RESUME);
  }
}
