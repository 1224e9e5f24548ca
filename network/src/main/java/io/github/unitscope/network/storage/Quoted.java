package io.github.unitscope.network.storage;

/** Text from a file, fit for a message of one line: short, and without control characters. */
final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    return "'" + bare(text) + "'";
  }

  static String bare(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }
}
