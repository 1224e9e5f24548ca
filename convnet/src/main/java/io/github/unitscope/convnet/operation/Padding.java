package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * What is put around an image before a window moves over it.
 *
 * @param same whether there is as much as makes the output as large as the input over the stride,
 *     the odd row and column after the image (TensorFlow's SAME); the numbers are 0 then
 * @param top rows above
 * @param bottom rows below
 * @param left columns before
 * @param right columns after
 */
public record Padding(boolean same, int top, int bottom, int left, int right) {
  /** As much as keeps the size, but for the stride. */
  public static final Padding SAME = new Padding(true, 0, 0, 0, 0);

  /** None. */
  public static final Padding VALID = new Padding(false, 0, 0, 0, 0);

  /**
   * @throws InvalidInputException if a number is negative or above 4096
   */
  public Padding {
    if (Math.min(Math.min(top, bottom), Math.min(left, right)) < 0) {
      throw new InvalidInputException("padding must not be negative");
    }
    if (Math.max(Math.max(top, bottom), Math.max(left, right)) > Window.LARGEST) {
      throw new InvalidInputException("padding must be at most " + Window.LARGEST);
    }
  }

  /** As many rows above as below, and columns before as after. */
  public static Padding of(int rows, int columns) {
    return new Padding(false, rows, rows, columns, columns);
  }
}
