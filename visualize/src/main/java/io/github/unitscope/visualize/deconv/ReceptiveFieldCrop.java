package io.github.unitscope.visualize.deconv;

import io.github.unitscope.network.Convolutional;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.ReceptiveField;
import java.util.Arrays;

/**
 * Cuts the parts that the units of a layer see out of images: all of one size, the receptive
 * field's or, where that is larger, the image's.
 *
 * @param image the shape of the images
 * @param field what the units see
 */
public record ReceptiveFieldCrop(ImageShape image, ReceptiveField field) {

  /**
   * What a unit sees, within the image: in pixels.
   *
   * @param top the first row
   * @param left the first column
   * @param height 0 if all that the unit sees is padding
   * @param width 0 likewise
   */
  public record Window(int top, int left, int height, int width) {}

  /** For the units of a layer; those of a network that does not convolve see the whole image. */
  public static ReceptiveFieldCrop of(Network network, Layer layer) {
    ImageShape image = network.inputShape();
    ReceptiveField field =
        network instanceof Convolutional convolutional
            ? convolutional.receptiveField(layer.index())
            : ReceptiveField.whole(image);
    return new ReceptiveFieldCrop(image, field);
  }

  /** The shape of what {@link #cut} gives. */
  public ImageShape shape() {
    return new ImageShape(
        image.channels(),
        Math.min(field.height(), image.height()),
        Math.min(field.width(), image.width()));
  }

  /** What the unit at a row and column of the layer sees, clipped at the border of the image. */
  public Window window(int row, int column) {
    int top = Math.max(0, field.topOf(row));
    int left = Math.max(0, field.leftOf(column));
    int bottom = Math.min(image.height(), field.topOf(row) + field.height());
    int right = Math.min(image.width(), field.leftOf(column) + field.width());
    return new Window(top, left, Math.max(0, bottom - top), Math.max(0, right - left));
  }

  /**
   * Cuts out what a unit sees. Where the receptive field is larger than the image, the whole image
   * is the frame, and what the unit does not see is left out.
   *
   * @param pixels [channels × height × width] of the image
   * @param row of the unit in the layer
   * @param column of the unit in the layer
   * @param outside the value of what lies beyond the border or is not seen
   * @return values of {@link #shape}
   */
  public float[] cut(float[] pixels, int row, int column, float outside) {
    ImageShape part = shape();
    int top = field.height() <= image.height() ? field.topOf(row) : 0;
    int left = field.width() <= image.width() ? field.leftOf(column) : 0;
    Window seen = window(row, column);
    float[] cut = new float[part.size()];
    Arrays.fill(cut, outside);
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int y = seen.top(); y < seen.top() + seen.height(); y++) {
        System.arraycopy(
            pixels,
            (channel * image.height() + y) * image.width() + seen.left(),
            cut,
            (channel * part.height() + y - top) * part.width() + seen.left() - left,
            seen.width());
      }
    }
    return cut;
  }
}
