package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes what this process left look as if a process that is dead had left it. Names tell whose a
 * temporary thing is, and commands run here one after the other in one process.
 */
final class DeadProcess {
  /** More than Linux gives: 2^22 at most. */
  private static final String NUMBER = "-99999999-";

  private static final String OURS = "-" + ProcessHandle.current().pid() + "-";

  private DeadProcess() {}

  /** Renames what names this process. */
  static void sign(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> paths = Files.walk(folder)) {
      all = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      String name = path.getFileName().toString();
      if (name.contains(OURS)) {
        Files.move(path, path.resolveSibling(name.replace(OURS, NUMBER)));
      }
    }
  }

  /** A state as it looks whichever process left it: without numbers, marks of locks and times. */
  static Snapshot anonymous(Snapshot state) {
    SortedMap<String, String> entries = new TreeMap<>();
    state
        .entries()
        .forEach(
            (name, entry) ->
                entries.put(
                    name.replaceAll("-\\d+-\\d+\\.(new|old)", "-PID-N.$1"),
                    anonymous(name, entry)));
    return new Snapshot(entries);
  }

  private static String anonymous(String name, String entry) {
    boolean isMark =
        name.endsWith(".unitscope-lock") && entry.matches("(?s)f(unitscope writes here\n)?\\x00*");
    return isMark ? "f" : entry.replaceAll("\"(started|seconds)\" : [^,]*,", "");
  }
}
