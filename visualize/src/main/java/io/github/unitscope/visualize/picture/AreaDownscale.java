package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;

/** Makes images smaller: a pixel is the mean of the area that it covers. */
public final class AreaDownscale {
  private AreaDownscale() {}

  /**
   * The shape of an image whose sides are no longer than a limit, with the same proportions as far
   * as whole pixels allow; an image that is small enough stays as it is.
   *
   * @param longest side in pixels, at least 1
   */
  public static ImageShape fit(ImageShape image, int longest) {
    int side = Math.max(image.height(), image.width());
    if (side <= longest) {
      return image;
    }
    double factor = (double) longest / side;
    return new ImageShape(
        image.channels(),
        (int) Math.max(1, Math.round(image.height() * factor)),
        (int) Math.max(1, Math.round(image.width() * factor)));
  }

  /**
   * Makes an image smaller.
   *
   * @param values [channels × height × width] of {@code from}
   * @param to of the same channels, no side longer than that of {@code from}
   * @return [channels × height × width] of {@code to}; {@code values} itself if nothing changes
   */
  public static float[] of(float[] values, ImageShape from, ImageShape to) {
    if (to.equals(from)) {
      return values;
    }
    double[][] rows = shares(from.height(), to.height());
    double[][] columns = shares(from.width(), to.width());
    float[] reduced = new float[to.size()];
    for (int i = 0; i < reduced.length; i++) {
      int channel = i / (to.height() * to.width());
      int y = i / to.width() % to.height();
      int x = i % to.width();
      reduced[i] = (float) mean(values, from, channel, rows[y], columns[x]);
    }
    return reduced;
  }

  private static double mean(
      float[] values, ImageShape from, int channel, double[] rows, double[] columns) {
    double sum = 0;
    for (int dy = 1; dy < rows.length; dy++) {
      int row = (channel * from.height() + (int) rows[0] + dy - 1) * from.width();
      for (int dx = 1; dx < columns.length; dx++) {
        sum += rows[dy] * columns[dx] * values[row + (int) columns[0] + dx - 1];
      }
    }
    return sum;
  }

  /** For every pixel: the first one that it covers, then the share of each; the shares add to 1. */
  private static double[][] shares(int from, int to) {
    double[][] shares = new double[to][];
    double width = (double) from / to;
    for (int i = 0; i < to; i++) {
      double left = i * width;
      double right = Math.min(from, (i + 1) * width);
      int first = (int) left;
      int last = Math.min(from - 1, (int) Math.ceil(right) - 1);
      shares[i] = new double[last - first + 2];
      shares[i][0] = first;
      for (int k = first; k <= last; k++) {
        double covered = Math.min(right, k + 1) - Math.max(left, k);
        shares[i][1 + k - first] = covered / (right - left);
      }
    }
    return shares;
  }
}
