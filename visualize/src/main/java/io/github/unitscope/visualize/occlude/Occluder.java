package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A square that moves over an image. Its centre goes to every place of a grid that lies centred on
 * the image; what sticks out beyond the border covers nothing. Maps over its positions are [rows,
 * columns] of that grid.
 *
 * @param image the shape of the images
 * @param side of the square in pixels
 * @param stride pixels from one position to the next
 */
public record Occluder(ImageShape image, int side, int stride) {
  /**
   * Positions along the smaller side of an image unless a stride is given; fewer where it is no
   * multiple.
   */
  public static final int POSITIONS = 28;

  /**
   * @throws InvalidInputException if the square is larger than the image, or a number is below 1
   */
  public Occluder {
    int smaller = Math.min(image.height(), image.width());
    require("side of the square", side, smaller);
    require("stride", stride, smaller);
  }

  private static void require(String what, int value, int most) {
    if (value < 1 || value > most) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "the %s must be 1 to %d pixels, not %d", what, most, value));
    }
  }

  /**
   * The square and stride for an image: a fifth of its smaller side, and {@link #POSITIONS} along
   * that side.
   */
  public static Occluder forImage(ImageShape image) {
    int smaller = Math.min(image.height(), image.width());
    return new Occluder(image, (smaller + 4) / 5, (smaller + POSITIONS - 1) / POSITIONS);
  }

  /** How many positions there are from top to bottom. */
  public int rows() {
    return count(image.height());
  }

  /** How many positions there are from left to right. */
  public int columns() {
    return count(image.width());
  }

  /** How many positions there are; number i is at row i / columns and column i % columns. */
  public int positions() {
    return rows() * columns();
  }

  /** The pixel row of the square's centre at a row of the grid. */
  public int centreRow(int row) {
    return first(image.height()) + row * stride;
  }

  /** The pixel column of the square's centre at a column of the grid. */
  public int centreColumn(int column) {
    return first(image.width()) + column * stride;
  }

  private int count(int length) {
    return (length + stride - 1) / stride;
  }

  /** So that cells of the stride around the positions lie centred on the image. */
  private int first(int length) {
    return (length - (count(length) - 1) * stride) / 2;
  }

  /** The position whose centre is nearest to a pixel; of equally near ones the later. */
  public int nearest(int y, int x) {
    return gridPlace(y, image.height()) * columns() + gridPlace(x, image.width());
  }

  private int gridPlace(int pixel, int length) {
    int place = Math.floorDiv(pixel - first(length) + stride / 2, stride);
    return Math.max(0, Math.min(count(length) - 1, place));
  }

  /**
   * Covers a part of an image.
   *
   * @param pixels [channels × height × width]; not changed
   * @param position from 0
   * @param fill [channels], the square's values
   * @param covered [channels × height × width], gets the covered image
   */
  public void cover(float[] pixels, int position, float[] fill, float[] covered) {
    coverAt(
        pixels, centreRow(position / columns()), centreColumn(position % columns()), fill, covered);
  }

  /**
   * Covers a part of an image with the square centred on any pixel.
   *
   * @param pixels [channels × height × width]; not changed
   * @param y the row of the centre
   * @param x the column of the centre
   * @param fill [channels], the square's values
   * @param covered [channels × height × width], gets the covered image
   */
  public void coverAt(float[] pixels, int y, int x, float[] fill, float[] covered) {
    System.arraycopy(pixels, 0, covered, 0, pixels.length);
    int top = Math.max(0, y - side / 2);
    int bottom = Math.min(image.height(), y - side / 2 + side);
    int left = Math.max(0, x - side / 2);
    int right = Math.min(image.width(), x - side / 2 + side);
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int row = top; row < bottom; row++) {
        int start = (channel * image.height() + row) * image.width();
        Arrays.fill(covered, start + left, start + right, fill[channel]);
      }
    }
  }
}
