package io.github.unitscope.visualize.occlude;

import io.github.unitscope.network.ImageShape;
import java.util.Arrays;

/**
 * A number for every position of the square.
 *
 * @param occluder where the positions are
 * @param values [positions]
 * @param uncovered the number without the square
 */
public record OcclusionMap(Occluder occluder, double[] values, double uncovered) {

  /** The position where the number is least; of equal ones the first. */
  public int lowest() {
    int lowest = 0;
    for (int i = 1; i < values.length; i++) {
      lowest = values[i] < values[lowest] ? i : lowest;
    }
    return lowest;
  }

  /**
   * The map at the size of the image, so that it can be laid beside it: every pixel has the number
   * of the position whose centre is nearest.
   *
   * @return [height × width]
   */
  public float[] atImageSize() {
    ImageShape image = occluder.image();
    float[] pixels = new float[image.height() * image.width()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        pixels[y * image.width() + x] = (float) values[occluder.nearest(y, x)];
      }
    }
    return pixels;
  }

  /** The share of the positions at which the number is what it is without the square. */
  public double unchangedShare() {
    return Arrays.stream(values).filter(value -> value == uncovered).count()
        / (double) values.length;
  }
}
