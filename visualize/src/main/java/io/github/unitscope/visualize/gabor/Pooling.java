package io.github.unitscope.visualize.gabor;

/**
 * Makes filters smaller by means over squares of pixels, so that a search over a grid stays short;
 * what is left over at the right and the bottom is not looked at.
 */
final class Pooling {
  private final int width;
  private final int factor;
  private final int pooledHeight;
  private final int pooledWidth;

  /**
   * @param height of the filters
   * @param width of the filters
   * @param largest side of a pooled filter
   */
  Pooling(int height, int width, int largest) {
    this.width = width;
    this.factor =
        Math.max(
            1, Math.min(Math.min(height, width), ceilOfRatio(Math.max(height, width), largest)));
    this.pooledHeight = height / factor;
    this.pooledWidth = width / factor;
  }

  private static int ceilOfRatio(int a, int b) {
    return (a + b - 1) / b;
  }

  /** Of a pooled filter. */
  int height() {
    return pooledHeight;
  }

  /** Of a pooled filter. */
  int width() {
    return pooledWidth;
  }

  /** The pooled filter [height × width] of a filter, both row-major. */
  double[] pool(double[] filter) {
    double[] pooled = new double[pooledHeight * pooledWidth];
    for (int y = 0; y < pooledHeight * factor; y++) {
      for (int x = 0; x < pooledWidth * factor; x++) {
        int place = y / factor * pooledWidth + x / factor;
        pooled[place] += filter[y * width + x] / (factor * factor);
      }
    }
    return pooled;
  }

  /** The function on the pixels of a filter that looks like this one on those of a pooled one. */
  Gabor enlarge(Gabor pooled) {
    double shift = (factor - 1) / 2.0;
    return new Gabor(
        factor * pooled.x() + shift,
        factor * pooled.y() + shift,
        pooled.orientation(),
        pooled.frequency() / factor,
        factor * pooled.widthAlong(),
        factor * pooled.widthAcross(),
        pooled.phase(),
        pooled.amplitude());
  }
}
