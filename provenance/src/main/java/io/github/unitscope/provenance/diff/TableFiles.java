package io.github.unitscope.provenance.diff;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares two tables column by column; the first line names the columns. */
final class TableFiles implements FileComparer {
  private static final int LONGEST_NUMBER = 100;

  private final double tolerance;

  TableFiles(double tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public FileComparison compare(String name, Path left, Path right) {
    try (TableRows one = TableRows.open(left);
        TableRows other = TableRows.open(right)) {
      return compare(name, one, other);
    }
  }

  private FileComparison compare(String name, TableRows one, TableRows other) {
    List<String> titles = one.next();
    List<String> otherTitles = other.next();
    List<ColumnDifference> columns = new ArrayList<>();
    List<String> left = titles == null ? null : one.next();
    List<String> right = otherTitles == null ? null : other.next();
    for (long line = 2; left != null && right != null; line++) {
      for (int column = 0; column < Math.max(left.size(), right.size()); column++) {
        column(columns, column, titles).add(cell(left, column), cell(right, column), line);
      }
      left = one.next();
      right = other.next();
    }
    long lines = one.countAll();
    long otherLines = other.countAll();
    if (lines != otherLines) {
      return different(name, String.format(Locale.ROOT, "%d and %d lines", lines, otherLines));
    }
    if (titles == null || !titles.equals(otherTitles)) {
      return different(name, "different columns");
    }
    return compare(name, columns);
  }

  private static FileComparison different(String name, String why) {
    return FileComparison.of(name, Verdict.DIFFERENT, why);
  }

  private FileComparison compare(String name, List<ColumnDifference> columns) {
    List<String> details = new ArrayList<>();
    boolean close = true;
    for (ColumnDifference column : columns) {
      close &= column.describe(tolerance, details);
    }
    if (details.isEmpty()) {
      details.add("all cells are equal; only how they are written differs");
    }
    return new FileComparison(name, close ? Verdict.CLOSE : Verdict.DIFFERENT, details);
  }

  /** Rows may go on beyond the titles. */
  private static ColumnDifference column(
      List<ColumnDifference> columns, int number, List<String> titles) {
    if (number == columns.size()) {
      columns.add(
          new ColumnDifference(
              number < titles.size() ? titles.get(number) : "column " + (number + 1)));
    }
    return columns.get(number);
  }

  private static String cell(List<String> row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  /** Not of a long text: matching would try every way to cut its digits in two. */
  static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER
        && text.matches("[-+]?(\\d+\\.?\\d*([eE][-+]?\\d+)?|\\.\\d+|NaN|Infinity)");
  }
}
