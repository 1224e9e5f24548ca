package io.github.unitscope.experiments.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many faults were tried, and what was not as it must be. */
final class SweepReport {
  private final List<String> lines = new ArrayList<>();
  private final Map<String, List<String>> violations = new LinkedHashMap<>();
  private int calls;
  private int tried;

  /** A problem of a trial; of the same kind only the first is told, and how many more there are. */
  void add(String command, String mode, Trial trial, String problem) {
    violations
        .computeIfAbsent(problem.replaceAll("\\d+", "N"), key -> new ArrayList<>())
        .add(String.format(Locale.ROOT, "%s, %s: %s", command, mode, trial));
  }

  /** A line of the table. */
  void add(String command, String mode, int calls, int tried, int wrong, double seconds) {
    this.calls += calls;
    this.tried += tried;
    lines.add(
        String.format(
            Locale.ROOT,
            "%-24s %-12s %6d %8d %8d %8.1f",
            command,
            mode,
            calls,
            tried,
            wrong,
            seconds));
  }

  boolean isFine() {
    return violations.isEmpty();
  }

  String table() {
    String head =
        String.format(
            Locale.ROOT,
            "%-24s %-12s %6s %8s %8s %8s",
            "command",
            "mode",
            "calls",
            "tried",
            "wrong",
            "seconds");
    String sum = String.format(Locale.ROOT, "%-37s %6d %8d", "all", calls, tried);
    return head + "\n" + String.join("\n", lines) + "\n" + sum;
  }

  String problems() {
    StringBuilder text = new StringBuilder();
    violations.forEach(
        (problem, where) -> {
          text.append(String.format(Locale.ROOT, "%s (%d times)%n", problem, where.size()));
          where.stream().limit(3).forEach(each -> text.append("    ").append(each).append("\n"));
        });
    return text.toString();
  }
}
