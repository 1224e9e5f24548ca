package io.github.unitscope.convnet.operation;

/**
 * Which places of its input an operation's output at row 0 and column 0 sees, and how far the next
 * one is.
 *
 * @param top the first row; negative with padding
 * @param left the first column
 * @param height rows
 * @param width columns
 * @param rowStride rows from one output to the next
 * @param columnStride columns from one output to the next
 */
public record LocalReceptiveField(
    int top, int left, int height, int width, int rowStride, int columnStride) {
  /** One place. */
  public static final LocalReceptiveField POINT = new LocalReceptiveField(0, 0, 1, 1, 1, 1);
}
