package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/** A penalty, which the ascent trades against the objective. Immutable. */
public non-sealed interface Regularizer extends Regularization {

  /**
   * What the image pays.
   *
   * @param shape of the image
   * @param image [channels × height × width]
   * @param gradient of the penalty with respect to the image, added to what is there
   * @return the penalty, at least 0
   */
  double penalty(ImageShape shape, float[] image, float[] gradient);
}
