package io.github.unitscope.network.message;

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
    return PlainText.of(shown);
  }
}
