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
   * Takes from {@code direction}, which is not the gradient, what the gradient may not move: where
   * it is blocked, another direction would leave the allowed images and come back elsewhere
   * (Bertsekas 1982).
   *
   * @param gradient [inputs], its feasible part
   * @param direction [inputs], overwritten
   */
  default void keepBlocked(float[] gradient, float[] direction) {
    // Nothing is blocked for good where there are no sides to come to.
  }

  /**
   * The distance that a large step covers.
   *
   * @param inputs the number of values of an image
   */
  double scale(int inputs);
}
