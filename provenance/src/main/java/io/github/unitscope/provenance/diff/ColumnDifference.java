package io.github.unitscope.provenance.diff;

import java.util.List;
import java.util.Locale;

/** How a column of two tables differs, gathered row by row. */
final class ColumnDifference {
  private final String title;
  private final ValueDifference numbers = new ValueDifference();
  private String texts;

  /**
   * @param title of the column
   */
  ColumnDifference(String title) {
    this.title = title;
  }

  /**
   * Adds two cells.
   *
   * @param line of the tables, from 1
   */
  void add(String left, String right, long line) {
    if (texts != null) {
      return;
    }
    if (TableFiles.isNumber(left) && TableFiles.isNumber(right)) {
      numbers.add(Double.parseDouble(left), Double.parseDouble(right));
    } else if (!left.equals(right)) {
      texts = String.format(Locale.ROOT, "%s, line %d: '%s' and '%s'", title, line, left, right);
    }
  }

  /** Adds a line where there is a difference; whether it is small. */
  boolean describe(double tolerance, List<String> details) {
    if (texts != null) {
      details.add(texts);
      return false;
    }
    if (numbers.isEqual()) {
      return true;
    }
    details.add(title + ": " + numbers.describe());
    return numbers.isWithin(tolerance);
  }
}
