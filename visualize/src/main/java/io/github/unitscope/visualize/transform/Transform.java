package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.random.SplitMix64;

/**
 * What an image goes through before the network sees it, another way at each step. Immutable.
 *
 * <p>A picture that still excites a unit when it is moved, turned and scaled is one that the unit
 * responds to robustly (Olah et al. 2017).
 */
public interface Transform {

  /**
   * Draws one way.
   *
   * @param input the shape of the images
   * @param random what is drawn from; the same state gives the same way
   * @throws io.github.unitscope.network.message.InvalidInputException if the images are too small
   */
  Warp draw(ImageShape input, SplitMix64 random);

  /** As it is written on the command line, for example {@code jitter=8}. */
  String describe();
}
