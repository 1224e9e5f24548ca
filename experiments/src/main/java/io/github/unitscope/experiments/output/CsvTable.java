package io.github.unitscope.experiments.output;

import io.github.unitscope.network.message.PlainText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/**
 * A table in a text, as every command writes it: commas between cells, {@code \n} after rows,
 * quotes where a cell needs them (RFC 4180).
 *
 * <p>Texts may be names from files of strangers. In a cell they are one line ({@link PlainText}),
 * and one that a spreadsheet would calculate, such as {@code =HYPERLINK(…)}, begins with an
 * apostrophe. Numbers are never changed.
 */
public final class CsvTable {
  private static final CSVFormat WHERE_NEEDED =
      CSVFormat.RFC4180
          .builder()
          .setRecordSeparator('\n')
          .setQuoteMode(QuoteMode.MINIMAL)
          .setNullString("")
          .get();

  private static final CSVFormat ALWAYS =
      WHERE_NEEDED.builder().setQuoteMode(QuoteMode.ALL).setNullString(null).get();

  private static final Pattern NUMBER =
      Pattern.compile("-?(\\d++(\\.\\d++)?([eE][-+]?\\d++)?|Infinity)");

  /** Also after a semicolon, which many spreadsheets take for the end of a cell. */
  private static final Pattern FORMULA =
      Pattern.compile("(^|;)(?=['\"\\s]*+[-=+@\uff0d\uff1d\uff0b\uff20])");

  private final StringBuilder text = new StringBuilder();

  /**
   * Begins a table.
   *
   * @param columns their titles
   */
  public CsvTable(String... columns) {
    this(List.of(columns));
  }

  /**
   * Begins a table.
   *
   * @param columns their titles
   */
  public CsvTable(List<String> columns) {
    row(columns);
  }

  private record Quoted(String text) {}

  /** A cell that stands in quotes, whether it needs them or not. */
  public static Object quoted(String text) {
    return new Quoted(text);
  }

  /** A number; one that is not defined leaves its cell empty. */
  public static Object defined(Number number) {
    return Double.isNaN(number.doubleValue()) ? "" : number;
  }

  /**
   * Adds a row.
   *
   * @param cells numbers, texts, truth values, {@link #quoted} texts; null for an empty cell
   * @return this
   */
  public CsvTable row(Object... cells) {
    return row(Arrays.asList(cells));
  }

  /**
   * Adds a row.
   *
   * @param cells as in {@link #row(Object...)}
   * @return this
   */
  public CsvTable row(List<?> cells) {
    try {
      for (int i = 0; i < cells.size(); i++) {
        boolean quoted = cells.get(i) instanceof Quoted;
        (quoted ? ALWAYS : WHERE_NEEDED).print(cell(cells.get(i)), text, i == 0);
      }
      text.append('\n');
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("a text takes every cell", e);
    }
  }

  private static Object cell(Object value) {
    if (value == null || value instanceof Number) {
      return value;
    }
    return safe(value instanceof Quoted quoted ? quoted.text() : value.toString());
  }

  /** A name as it stands in a cell. */
  static String safe(String name) {
    String line = PlainText.of(name);
    return NUMBER.matcher(line).matches() ? line : FORMULA.matcher(line).replaceAll("$1'");
  }

  /** The header and the rows so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
