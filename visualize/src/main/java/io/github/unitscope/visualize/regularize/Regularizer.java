package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/**
 * What an image pays, or what is done to it between the steps of an ascent. Immutable.
 *
 * <p>A regularizer is a {@linkplain #penalty penalty}, which the ascent trades against the
 * objective, or a {@linkplain #afterStep filter}, which changes the image; it implements one of the
 * two.
 */
public interface Regularizer {

  /**
   * What the image pays.
   *
   * @param shape of the image
   * @param image [channels × height × width]
   * @param gradient of the penalty with respect to the image, added to what is there
   * @return the penalty, at least 0
   */
  default double penalty(ImageShape shape, float[] image, float[] gradient) {
    return 0;
  }

  /**
   * Changes the image after a step.
   *
   * @param shape of the image
   * @param step from 1
   * @param image [channels × height × width], changed in place
   * @param objectiveGradient of the objective with respect to the image before the step
   */
  default void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient) {}

  /** Whether {@link #afterStep} does anything. */
  default boolean isFilter() {
    return false;
  }

  /** As it is written on the command line, for example {@code tv=0.25}. */
  String describe();
}
