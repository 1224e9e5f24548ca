package io.github.unitscope.network.message;

import java.util.regex.Pattern;

/**
 * Texts of strangers on one line, for people: names of layers, classes and files, words of
 * manifests.
 */
public final class PlainText {
  /**
   * Control characters, ends of lines, invisible characters and marks that turn the direction of
   * text, halves of surrogate pairs. The joiners of Persian, of Indic scripts and of emoji stay.
   */
  private static final Pattern UNSAFE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}&&[^\u200c\u200d]]");

  private PlainText() {}

  /**
   * The text with a question mark for every character that could forge a line, steer a terminal or
   * hide or turn what is around it. A text without such characters stays as it is.
   */
  public static String of(String text) {
    return UNSAFE.matcher(text).replaceAll("?");
  }
}
