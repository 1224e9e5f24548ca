package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;

/** Magnitudes of the Fourier coefficients of images. Immutable. */
public interface Spectrum {
  /** 1/f, as photographs have it (Field 1987): 1 / max(f, 1/max(width, height)). */
  Spectrum NATURAL = new NaturalSpectrum();

  /**
   * The magnitudes for images of one shape, up to a common factor.
   *
   * @return [channels, height, width/2 + 1], as {@link
   *     io.github.unitscope.network.numerics.PlaneFourier} orders them
   * @throws io.github.unitscope.network.message.InvalidInputException if there are none for this
   *     shape
   */
  double[] magnitudes(ImageShape shape);

  /** A few words for figures. */
  String describe();
}
