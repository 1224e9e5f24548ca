package io.github.unitscope.network;

/**
 * Something given from outside cannot be used: a file, a shape, a unit, a setting.
 *
 * <p>The message is one line for a person. It says what is wrong, where (the file or the option),
 * and what to do about it.
 */
public class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line: what, where, and what to do
   */
  public InvalidInputException(String message) {
    super(message);
  }

  /**
   * @param message one line: what, where, and what to do
   * @param cause what was caught, shown only when the user asks for a stack trace
   */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
