package io.github.unitscope.provenance.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How one file of two runs compares.
 *
 * @param name of the file within its run
 * @param verdict on the whole
 * @param details a line for each part, such as an array or a column, that is not equal
 */
public record FileComparison(String name, Verdict verdict, List<String> details) {

  /** Copies the details. */
  public FileComparison {
    details = List.copyOf(details);
  }

  static FileComparison of(String name, Verdict verdict, String... details) {
    return new FileComparison(name, verdict, List.of(details));
  }

  /** One line, and one for each detail below it. */
  public List<String> describe() {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, "%-24s %s", name, verdict.words()));
    details.forEach(detail -> lines.add("  " + detail));
    return lines;
  }
}
