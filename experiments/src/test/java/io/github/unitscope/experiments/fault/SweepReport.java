package io.github.unitscope.experiments.fault;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many faults were tried, and what was not as it must be. */
final class SweepReport {
  private static final String ROW = "%-24s %-12s %6s %8s %8s %8s %8s";

  /** Places that are told of a problem. */
  private static final int SHOWN = 5;

  private final PrintStream out;
  private final Map<String, List<String>> violations = new LinkedHashMap<>();
  private int calls;
  private int points;
  private int tried;

  /**
   * Begins the table.
   *
   * @param out where it is written to line by line, since all of it may take hours
   */
  SweepReport(PrintStream out) {
    this.out = out;
    say(ROW, "command", "mode", "calls", "points", "tried", "wrong", "seconds");
  }

  private void say(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }

  /** A problem of a trial; of the same kind only some are told, and how many there are. */
  void add(String command, String mode, Trial trial, String problem) {
    violations
        .computeIfAbsent(problem.replaceAll("\\d+", "N"), key -> new ArrayList<>())
        .add(String.format(Locale.ROOT, "%s, %s: %s", command, mode, trial));
  }

  /** A line of the table: of so many points, which are calls with a fault, so many were tried. */
  void add(
      String command, String mode, int calls, int points, int tried, int wrong, double seconds) {
    this.calls += calls;
    this.points += points;
    this.tried += tried;
    say(ROW, command, mode, calls, points, tried, wrong, Math.round(seconds));
  }

  /** Ends the table, and tells what was wrong. */
  void end() {
    say(
        ROW,
        "all",
        "",
        calls,
        points,
        tried,
        violations.values().stream().mapToInt(List::size).sum(),
        "");
    violations.forEach(
        (problem, where) -> {
          say("%s (%d times)", problem, where.size());
          where.stream().limit(SHOWN).forEach(each -> say("    %s", each));
        });
  }

  boolean isFine() {
    return violations.isEmpty();
  }
}
