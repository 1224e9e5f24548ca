package io.github.unitscope.network;

import java.util.regex.Pattern;

/**
 * Something given from outside cannot be used: a file, a shape, a unit, a setting.
 *
 * <p>The message is one line for a person. It says what is wrong, where (the file or the option),
 * and what to do about it. A message that is longer than 600 characters is shortened, and control
 * characters become question marks.
 */
public class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Enough for a long path and a sentence; what is cut out is in the middle. */
  private static final int LONGEST = 600;

  /**
   * Line ends, what steers a terminal (ESC, the C1 controls), and what turns the direction of text:
   * messages quote names from files of strangers.
   */
  private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

  /**
   * @param message one line: what, where, and what to do
   */
  public InvalidInputException(String message) {
    super(oneLine(message));
  }

  /**
   * @param message one line: what, where, and what to do
   * @param cause what was caught, shown only when the user asks for a stack trace
   */
  public InvalidInputException(String message, Throwable cause) {
    super(oneLine(message), cause);
  }

  private static String oneLine(String message) {
    String shown = String.valueOf(message);
    int length = shown.length();
    if (length > LONGEST) {
      int tail = LONGEST / 3;
      shown = shown.substring(0, LONGEST - tail) + "…" + shown.substring(length - tail);
    }
    return UNFIT.matcher(shown).replaceAll("?");
  }
}
