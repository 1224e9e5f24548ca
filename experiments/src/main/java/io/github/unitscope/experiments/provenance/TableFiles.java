package io.github.unitscope.experiments.provenance;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Compares two tables column by column; the first line names the columns. */
final class TableFiles implements FileComparer {
  private static final int LONGEST_NUMBER = 100;

  /** A table of a run has some thousand lines. */
  private static final long MOST_BYTES = 256L << 20;

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
          name,
          Verdict.DIFFERENT,
          String.format(Locale.ROOT, "%d and %d lines", one.size(), other.size()));
    }
    if (one.isEmpty() || !one.get(0).toList().equals(other.get(0).toList())) {
      return FileComparison.of(name, Verdict.DIFFERENT, "other columns");
    }
    List<String> details = new ArrayList<>();
    boolean close = true;
    int columns =
        Stream.concat(one.stream(), other.stream()).mapToInt(CSVRecord::size).max().getAsInt();
    for (int column = 0; column < columns; column++) {
      close &= compare(column, one, other, details);
    }
    if (details.isEmpty()) {
      details.add("all cells are equal; only how they are written differs");
    }
    return new FileComparison(name, close ? Verdict.CLOSE : Verdict.DIFFERENT, details);
  }

  private boolean compare(
      int column, List<CSVRecord> one, List<CSVRecord> other, List<String> details) {
    String title = column < one.get(0).size() ? one.get(0).get(column) : "column " + (column + 1);
    ValueDifference difference = new ValueDifference();
    for (int row = 1; row < one.size(); row++) {
      String left = cell(one.get(row), column);
      String right = cell(other.get(row), column);
      if (isNumber(left) && isNumber(right)) {
        difference.add(Double.parseDouble(left), Double.parseDouble(right));
      } else if (!left.equals(right)) {
        details.add(
            String.format(Locale.ROOT, "%s, line %d: '%s' and '%s'", title, row + 1, left, right));
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

  /** Not of a long text: matching would try every way to cut its digits in two. */
  static boolean isNumber(String text) {
    return text.length() <= LONGEST_NUMBER
        && text.matches("[-+]?(\\d+\\.?\\d*([eE][-+]?\\d+)?|\\.\\d+|NaN|Infinity)");
  }

  static List<CSVRecord> rows(Path file) {
    requireReadable(file);
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
      return parser.getRecords();
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    } catch (UncheckedIOException e) {
      throw FileProblem.of("cannot read", file, e.getCause());
    } catch (IllegalStateException e) {
      throw new InvalidInputException(file + " is no table: make the run again", e);
    }
  }

  private static void requireReadable(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s is larger than %d MiB, so it is no table of a run",
                file,
                MOST_BYTES >> 20));
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }
}
