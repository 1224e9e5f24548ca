package io.github.unitscope.experiments.provenance;

import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares two tables column by column; the first line names the columns. */
final class TableFiles implements FileComparer {
  private final double tolerance;

  TableFiles(double tolerance) {
    this.tolerance = tolerance;
  }

  @Override
  public FileComparison compare(String name, Path left, Path right) {
    List<CSVRecord> one = rows(left);
    List<CSVRecord> other = rows(right);
    if (one.size() != other.size()) {
      return FileComparison.of(
          name, Verdict.DIFFERENT, "%d and %d lines".formatted(one.size(), other.size()));
    }
    if (one.isEmpty() || !one.get(0).toList().equals(other.get(0).toList())) {
      return FileComparison.of(name, Verdict.DIFFERENT, "other columns");
    }
    List<String> details = new ArrayList<>();
    boolean close = true;
    for (int column = 0; column < one.get(0).size(); column++) {
      close &= compare(column, one, other, details);
    }
    return new FileComparison(name, close ? Verdict.CLOSE : Verdict.DIFFERENT, details);
  }

  private boolean compare(
      int column, List<CSVRecord> one, List<CSVRecord> other, List<String> details) {
    String title = one.get(0).get(column);
    ValueDifference difference = new ValueDifference();
    for (int row = 1; row < one.size(); row++) {
      String left = cell(one.get(row), column);
      String right = cell(other.get(row), column);
      if (isNumber(left) && isNumber(right)) {
        difference.add(Double.parseDouble(left), Double.parseDouble(right));
      } else if (!left.equals(right)) {
        details.add("%s, line %d: '%s' and '%s'".formatted(title, row + 1, left, right));
        return false;
      }
    }
    if (difference.isEqual()) {
      return true;
    }
    details.add(title + ": " + difference.describe());
    return difference.isWithin(tolerance);
  }

  private static String cell(CSVRecord row, int column) {
    return column < row.size() ? row.get(column) : "";
  }

  static boolean isNumber(String text) {
    return text.matches("[-+]?(\\d+\\.?\\d*([eE][-+]?\\d+)?|\\.\\d+|NaN|Infinity)");
  }

  static List<CSVRecord> rows(Path file) {
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }
}
