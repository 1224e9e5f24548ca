package io.github.unitscope.experiments.report;

/** Fields of tables. */
final class Csv {
  private Csv() {}

  /** A text as a field: in quotes where it needs them (RFC 4180). */
  static String field(String text) {
    return text.matches("(?s).*[\",\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
