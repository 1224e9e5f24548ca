package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * What moves over an image.
 *
 * @param height of the kernel, at least 1
 * @param width of the kernel, at least 1
 * @param rowStride rows from one place to the next, at least 1
 * @param columnStride columns from one place to the next, at least 1
 * @param rowDilation rows from one number of the kernel to the next, at least 1
 * @param columnDilation columns from one number of the kernel to the next, at least 1
 * @param padding around the image
 */
public record Window(
    int height,
    int width,
    int rowStride,
    int columnStride,
    int rowDilation,
    int columnDilation,
    Padding padding) {
  /** One pixel. */
  public static final Window POINT = of(1, 1, 1, Padding.VALID);

  /** No kernel is larger, and no product of two such numbers overflows. */
  static final int LARGEST = 4096;

  /**
   * @throws InvalidInputException if a number is below 1 or above 4096
   */
  public Window {
    int least = Math.min(Math.min(height, width), Math.min(rowStride, columnStride));
    if (Math.min(least, Math.min(rowDilation, columnDilation)) < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "kernel, stride and dilation of a window must be at least 1, not %dx%d, %dx%d, %dx%d",
              height,
              width,
              rowStride,
              columnStride,
              rowDilation,
              columnDilation));
    }
    int most = Math.max(Math.max(height, width), Math.max(rowStride, columnStride));
    if (Math.max(most, Math.max(rowDilation, columnDilation)) > LARGEST) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "kernel, stride and dilation of a window must be at most %d", LARGEST));
    }
    if (padding == null) {
      throw new InvalidInputException("a window needs a padding");
    }
  }

  /** A window without dilation and with the same stride along both axes. */
  public static Window of(int height, int width, int stride, Padding padding) {
    return new Window(height, width, stride, stride, 1, 1, padding);
  }

  /** Numbers of the kernel. */
  public int size() {
    return height * width;
  }

  boolean isPoint() {
    return size() == 1
        && rowStride == 1
        && columnStride == 1
        && (padding.same() || padding.equals(Padding.VALID));
  }

  Axis rows(int input) {
    return Axis.of(
        input, height, rowStride, rowDilation, padding.same(), padding.top(), padding.bottom());
  }

  Axis columns(int input) {
    return Axis.of(
        input,
        width,
        columnStride,
        columnDilation,
        padding.same(),
        padding.left(),
        padding.right());
  }

  LocalReceptiveField receptiveField(ImageShape input) {
    return new LocalReceptiveField(
        -rows(input.height()).before(),
        -columns(input.width()).before(),
        (height - 1) * rowDilation + 1,
        (width - 1) * columnDilation + 1,
        rowStride,
        columnStride);
  }

  /**
   * The shape of what comes out.
   *
   * @throws InvalidInputException if the window is larger than the padded image
   */
  public ImageShape outputShape(ImageShape input, int channels) {
    int rows = rows(input.height()).output();
    int columns = columns(input.width()).output();
    if (rows < 1 || columns < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a window of %dx%d pixels does not fit into %dx%d: use larger images",
              height,
              width,
              input.height(),
              input.width()));
    }
    return new ImageShape(channels, rows, columns);
  }
}
