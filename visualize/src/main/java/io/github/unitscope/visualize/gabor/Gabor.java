package io.github.unitscope.visualize.gabor;

/**
 * A Gabor function g = exp(−u²/2σ_u² − v²/2σ_v²) · amplitude · cos(2π · frequency · u + phase),
 * with u = (x − x₀) cos θ + (y − y₀) sin θ along the modulation and v across it (Daugman 1985).
 * Lengths in pixels, the centre of the upper left pixel at (0, 0).
 *
 * @param x of the centre
 * @param y of the centre
 * @param orientation θ of the modulation, in radians, in [0, π)
 * @param frequency in cycles a pixel, in (0, ½)
 * @param widthAlong σ_u
 * @param widthAcross σ_v
 * @param phase in radians
 * @param amplitude not negative
 */
public record Gabor(
    double x,
    double y,
    double orientation,
    double frequency,
    double widthAlong,
    double widthAcross,
    double phase,
    double amplitude) {

  /** The value at a point. */
  public double at(double px, double py) {
    double u = (px - x) * Math.cos(orientation) + (py - y) * Math.sin(orientation);
    double v = -(px - x) * Math.sin(orientation) + (py - y) * Math.cos(orientation);
    double envelope = Math.exp(-0.5 * (square(u / widthAlong) + square(v / widthAcross)));
    return amplitude * envelope * Math.cos(2 * Math.PI * frequency * u + phase);
  }

  private static double square(double value) {
    return value * value;
  }

  /** The picture [height × width], row-major. */
  public float[] image(int height, int width) {
    float[] image = new float[height * width];
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) at(i % width, i / width);
    }
    return image;
  }
}
