package io.github.unitscope.visualize.maximize;

/** Where an image must stay. Immutable. */
public interface Constraint {

  /** Moves {@code image} [inputs] to the nearest allowed image. */
  void project(float[] image);

  /**
   * Takes from {@code direction} what leads out of the allowed images, to first order. An image is
   * stationary where nothing of the gradient is left.
   *
   * @param image [inputs], allowed
   * @param direction [inputs], overwritten
   */
  void makeFeasible(float[] image, float[] direction);

  /**
   * The distance that a large step covers.
   *
   * @param inputs the number of values of an image
   */
  double scale(int inputs);
}
