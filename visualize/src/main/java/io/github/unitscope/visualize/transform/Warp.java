package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;

/** An affine map between images of two shapes. Immutable. */
public interface Warp {

  /** The shape of what comes out. */
  ImageShape output();

  /**
   * Maps an image.
   *
   * @param image [size of the input]
   * @param output [size of {@link #output}], overwritten
   */
  void apply(float[] image, float[] output);

  /**
   * Takes a gradient back: the transposed linear part of {@link #apply}.
   *
   * @param outputGradient [size of {@link #output}]
   * @param imageGradient [size of the input], overwritten
   */
  void adjoint(float[] outputGradient, float[] imageGradient);
}
