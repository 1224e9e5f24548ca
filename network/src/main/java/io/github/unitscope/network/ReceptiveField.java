package io.github.unitscope.network;

/**
 * Which pixels the unit at row y and column x of a layer sees: rows from {@code top + y ·
 * rowStride}, {@code height} of them, and columns from {@code left + x · columnStride}, {@code
 * width} of them. They may begin or end outside of the image, where there is padding.
 *
 * @param top the first row that the unit at row 0 sees; negative with padding
 * @param left the first column that the unit at column 0 sees
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 * @param rowStride pixels from one unit to that below it
 * @param columnStride pixels from one unit to that beside it
 */
public record ReceptiveField(
    int top, int left, int height, int width, int rowStride, int columnStride) {
  /** A pixel sees itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(0, 0, 1, 1, 1, 1);

  /** The whole image, for units without a place. */
  public static ReceptiveField whole(ImageShape image) {
    return new ReceptiveField(0, 0, image.height(), image.width(), 1, 1);
  }

  /** The first row that the unit at a row of the layer sees. */
  public int topOf(int row) {
    return top + row * rowStride;
  }

  /** The first column that the unit at a column of the layer sees. */
  public int leftOf(int column) {
    return left + column * columnStride;
  }
}
