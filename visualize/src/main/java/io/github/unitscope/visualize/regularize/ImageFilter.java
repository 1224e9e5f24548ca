package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/** What is done to the image between the steps of an ascent. Immutable. */
public non-sealed interface ImageFilter extends Regularization {

  /**
   * Changes the image after a step.
   *
   * @param shape of the image
   * @param step from 1
   * @param image [channels × height × width], changed in place
   * @param objectiveGradient of the objective with respect to the image before the step
   */
  void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient);
}
