package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.Seed;

/** What is moved during an ascent, and how an image is made of it. Immutable. */
public interface Parameterization {

  /**
   * Working memory for images of one shape.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if such images cannot be made
   */
  ImageMap on(ImageShape shape);

  /**
   * Random parameters to begin with: a pure function of the seed.
   *
   * @param shape of the image
   */
  float[] start(ImageShape shape, Seed seed);

  /** One line for figures, with every setting. */
  String describe();
}
