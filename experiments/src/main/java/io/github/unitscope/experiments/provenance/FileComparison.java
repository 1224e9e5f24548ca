package io.github.unitscope.experiments.provenance;

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

  /** One line, and the details below. */
  public String describe() {
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, "%-24s %s", name, verdict.words()));
    details.forEach(detail -> text.append("\n    ").append(detail));
    return text.toString();
  }
}
