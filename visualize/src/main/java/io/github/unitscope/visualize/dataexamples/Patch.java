package io.github.unitscope.visualize.dataexamples;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.ReceptiveField;
import java.util.Arrays;

/** The part of an image that a unit sees. */
public final class Patch {
  /** The value of pixels outside of the image, which padding made up. */
  public static final float OUTSIDE = 0.5f;

  private Patch() {}

  /**
   * The shape of the patches of a layer: that of its receptive field, but in each direction no
   * larger than the image.
   */
  public static ImageShape shape(ReceptiveField field, ImageShape image) {
    return new ImageShape(
        image.channels(),
        Math.min(field.height(), image.height()),
        Math.min(field.width(), image.width()));
  }

  /**
   * Cuts a patch out. In a direction in which the field is as large as the image or larger, the
   * patch is all of the image.
   *
   * @param pixels of the image
   * @param row of the unit in its layer
   * @param column of the unit in its layer
   * @return [channels × height × width] of {@link #shape}, {@link #OUTSIDE} where there is no image
   */
  public static float[] cut(
      float[] pixels, ImageShape image, ReceptiveField field, int row, int column) {
    ImageShape shape = shape(field, image);
    int top = field.height() >= image.height() ? 0 : field.topOf(row);
    int left = field.width() >= image.width() ? 0 : field.leftOf(column);
    float[] patch = new float[shape.size()];
    Arrays.fill(patch, OUTSIDE);
    for (int c = 0; c < shape.channels(); c++) {
      for (int y = Math.max(0, -top); y < Math.min(shape.height(), image.height() - top); y++) {
        for (int x = Math.max(0, -left); x < Math.min(shape.width(), image.width() - left); x++) {
          patch[(c * shape.height() + y) * shape.width() + x] =
              pixels[(c * image.height() + top + y) * image.width() + left + x];
        }
      }
    }
    return patch;
  }
}
