package io.github.unitscope.experiments.occlude;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.visualize.picture.Tile;

/**
 * A small picture at a size at which people see it: every pixel becomes a square.
 *
 * @param shape of the enlarged picture
 * @param tile its pixels
 */
record EnlargedPicture(ImageShape shape, Tile tile) {
  /** Pictures of smaller images are enlarged to about this many pixels. */
  private static final int LEAST_SIDE = 224;

  /**
   * Enlarges a picture; a large one stays as it is.
   *
   * @param small its shape
   * @param pixels [channels, height, width]
   */
  static EnlargedPicture of(ImageShape small, float[] pixels) {
    int factor = Math.max(1, LEAST_SIDE / Math.max(small.height(), small.width()));
    int height = factor * small.height();
    int width = factor * small.width();
    float[] enlarged = new float[small.channels() * height * width];
    for (int i = 0; i < enlarged.length; i++) {
      int channel = i / (height * width);
      int row = i / width % height / factor;
      int column = i % width / factor;
      enlarged[i] = pixels[(channel * small.height() + row) * small.width() + column];
    }
    return new EnlargedPicture(
        new ImageShape(small.channels(), height, width), new Tile(enlarged, "", false));
  }
}
