package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.numerics.Matrix;

/** Where an image must stay. Immutable. */
public interface Constraint {

  /** Moves every row of {@code images} [rows, inputs] to the nearest allowed image. */
  void project(Matrix images);

  /**
   * The part of the gradient along which an image can move without leaving what is allowed, to
   * first order. An image is stationary where nothing of the gradient is left.
   *
   * @param images [rows, inputs], allowed
   * @param gradients [rows, inputs]
   * @param directions [rows, inputs], overwritten
   */
  void feasibleDirections(Matrix images, Matrix gradients, Matrix directions);

  /**
   * The distance that a large step covers.
   *
   * @param inputs the number of values of an image
   */
  double scale(int inputs);
}
