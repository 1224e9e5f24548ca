package io.github.unitscope.datasets.photographs;

/**
 * Cuts the square in the middle out of a picture and scales it, by linear interpolation where it
 * gets larger and by weights that fall off linearly over as many pixels as become one where it gets
 * smaller, so that fine patterns do not turn into coarse ones (as Pillow's BILINEAR does).
 */
final class SquareCrop {
  private final int side;
  private final int top;
  private final int left;
  private final int width;
  private final int size;
  private final int[] firsts;
  private final float[][] weights;

  /**
   * @param height of the pictures
   * @param width of the pictures
   * @param size of the scaled square, in pixels
   */
  SquareCrop(int height, int width, int size) {
    this.side = Math.min(height, width);
    this.top = (height - side) / 2;
    this.left = (width - side) / 2;
    this.width = width;
    this.size = size;
    this.firsts = new int[size];
    this.weights = new float[size][];
    for (int i = 0; i < size; i++) {
      prepare(i);
    }
  }

  private void prepare(int i) {
    double scale = (double) side / size;
    double support = Math.max(1, scale);
    double centre = (i + 0.5) * scale - 0.5;
    int first = Math.max(0, (int) Math.ceil(centre - support));
    int last = Math.min(side - 1, (int) Math.floor(centre + support));
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

  /**
   * Scales a picture.
   *
   * @param pixels [channels × size × size]
   */
  void apply(Picture picture, float[] pixels) {
    float[] rows = new float[side * size];
    for (int channel = 0; channel < picture.channels(); channel++) {
      float[] plane = picture.planes()[channel];
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < size; x++) {
          rows[y * size + x] = sum(x, plane, (top + y) * width + left, 1);
        }
      }
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          pixels[(channel * size + y) * size + x] = sum(y, rows, x, size);
        }
      }
    }
  }

  private float sum(int i, float[] from, int offset, int step) {
    float sum = 0;
    for (int k = 0; k < weights[i].length; k++) {
      sum += weights[i][k] * from[offset + (firsts[i] + k) * step];
    }
    // The weights add up to 1 but for rounding, and white must not become more than white.
    return Math.min(1, sum);
  }
}
