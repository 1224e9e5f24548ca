package io.github.unitscope.datasets.photographs;

import io.github.unitscope.network.ImageShape;

/**
 * Cuts the largest part of an image's proportions out of the middle of a picture and scales it, by
 * linear interpolation where it gets larger and by weights that fall off linearly over as many
 * pixels as become one where it gets smaller, so that fine patterns do not turn into coarse ones
 * (as Pillow's BILINEAR does).
 */
final class CentreCrop {
  private final int top;
  private final int left;
  private final int width;
  private final int cutHeight;
  private final Axis down;
  private final Axis across;

  /**
   * @param height of the pictures
   * @param width of the pictures
   * @param image height and width of what they become, in pixels
   */
  CentreCrop(int height, int width, ImageShape image) {
    boolean wide = (long) width * image.height() >= (long) height * image.width();
    this.cutHeight = wide ? height : rounded(width, image.height(), image.width());
    int cutWidth = wide ? rounded(height, image.width(), image.height()) : width;
    this.top = (height - cutHeight) / 2;
    this.left = (width - cutWidth) / 2;
    this.width = width;
    this.down = Axis.of(cutHeight, image.height());
    this.across = Axis.of(cutWidth, image.width());
  }

  private static int rounded(int length, int of, int to) {
    return Math.max(1, (int) Math.round((double) length * of / to));
  }

  /**
   * One direction.
   *
   * @param firsts the first pixel that goes into each of the scaled image
   * @param weights of that one and those behind it
   */
  private record Axis(int[] firsts, float[][] weights) {

    static Axis of(int length, int size) {
      int[] firsts = new int[size];
      float[][] weights = new float[size][];
      double scale = (double) length / size;
      double support = Math.max(1, scale);
      for (int i = 0; i < size; i++) {
        double centre = (i + 0.5) * scale - 0.5;
        int first = Math.max(0, (int) Math.ceil(centre - support));
        int last = Math.min(length - 1, (int) Math.floor(centre + support));
        double sum = 0;
        double[] exact = new double[last - first + 1];
        for (int k = 0; k < exact.length; k++) {
          exact[k] = Math.max(0, 1 - Math.abs(first + k - centre) / support);
          sum += exact[k];
        }
        firsts[i] = first;
        weights[i] = new float[exact.length];
        for (int k = 0; k < exact.length; k++) {
          weights[i][k] = (float) (exact[k] / sum);
        }
      }
      return new Axis(firsts, weights);
    }

    int size() {
      return firsts.length;
    }

    float sum(int i, float[] from, int offset, int step) {
      float sum = 0;
      for (int k = 0; k < weights[i].length; k++) {
        sum += weights[i][k] * from[offset + (firsts[i] + k) * step];
      }
      // The weights add up to 1 but for rounding, and white must not become more than white.
      return Math.min(1, sum);
    }
  }

  /**
   * Scales a picture.
   *
   * @param pixels [channels × height × width]
   */
  void apply(Picture picture, float[] pixels) {
    int columns = across.size();
    float[] rows = new float[cutHeight * columns];
    for (int channel = 0; channel < picture.channels(); channel++) {
      float[] plane = picture.planes()[channel];
      for (int y = 0; y < cutHeight; y++) {
        for (int x = 0; x < columns; x++) {
          rows[y * columns + x] = across.sum(x, plane, (top + y) * width + left, 1);
        }
      }
      for (int y = 0; y < down.size(); y++) {
        for (int x = 0; x < columns; x++) {
          pixels[(channel * down.size() + y) * columns + x] = down.sum(y, rows, x, columns);
        }
      }
    }
  }
}
