package io.github.unitscope.network;

import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Matrix;

/**
 * A network of stochastic layers, binary but for the input, that can also be run downwards: given a
 * layer, the one below it has a distribution. The names are those of the Deep Learning Tutorials.
 */
public interface Generative extends Network {

  /**
   * The means of a layer given the one below it, p(h_layer = 1 | h_(layer−1)).
   *
   * @param layer from 1
   * @param below [rows, units below]
   * @param means [rows, units], overwritten
   */
  void propUp(int layer, Matrix below, Matrix means);

  /**
   * The means of the layer below given a layer, E[h_(layer−1) | h_layer].
   *
   * @param layer from 1; the layer below layer 1 is the input
   * @param above [rows, units]
   * @param means [rows, units below], overwritten
   */
  void propDown(int layer, Matrix above, Matrix means);

  /** Whether pixels are 0 or 1, so that their means lie between; real numbers otherwise. */
  default boolean hasBinaryInput() {
    return true;
  }

  /**
   * Draws states of a layer around their means: binary ones, unless a network says otherwise of its
   * input.
   *
   * @param layer from 0, the input
   * @param means [rows, units]
   * @param seeds [rows], a seed for every row
   * @param samples [rows, units], overwritten; may be {@code means} itself
   */
  default void sample(int layer, Matrix means, long[] seeds, Matrix samples) {
    Bernoulli.sample(means, seeds, samples);
  }
}
