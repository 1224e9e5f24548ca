package io.github.unitscope.datasets.digits;

import io.github.unitscope.network.ImageShape;

/** Draws lines with soft edges. */
final class Pen {
  /** Over this many pixels an edge goes from ink to paper. */
  private static final double EDGE = 1.2;

  private Pen() {}

  /**
   * Darkens the pixels near a segment.
   *
   * @param image [height × width], ink is 1
   * @param from x and y in pixels
   * @param to x and y in pixels
   * @param radius of the pen in pixels
   */
  static void draw(float[] image, ImageShape shape, double[] from, double[] to, double radius) {
    double reach = radius + EDGE;
    int top = (int) Math.max(0, Math.floor(Math.min(from[1], to[1]) - reach));
    int bottom = (int) Math.min(shape.height() - 1, Math.ceil(Math.max(from[1], to[1]) + reach));
    int left = (int) Math.max(0, Math.floor(Math.min(from[0], to[0]) - reach));
    int right = (int) Math.min(shape.width() - 1, Math.ceil(Math.max(from[0], to[0]) + reach));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double distance = distance(x + 0.5, y + 0.5, from, to);
        double ink = Math.max(0, Math.min(1, (radius - distance) / EDGE + 0.5));
        int pixel = y * shape.width() + x;
        image[pixel] = (float) Math.max(image[pixel], ink);
      }
    }
  }

  private static double distance(double x, double y, double[] from, double[] to) {
    double dx = to[0] - from[0];
    double dy = to[1] - from[1];
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / square;
    double t = Math.max(0, Math.min(1, along));
    double u = x - from[0] - t * dx;
    double v = y - from[1] - t * dy;
    return Math.sqrt(u * u + v * v);
  }
}
