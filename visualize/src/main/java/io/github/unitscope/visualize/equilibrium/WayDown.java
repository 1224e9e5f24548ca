package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;

/** From states of a layer to images: a sample of each layer on the way, and the pixels' means. */
record WayDown(Generative network) {

  /**
   * The images of states.
   *
   * @param layer whose states they are, from 0; those of the input are images
   * @param states [states][units]
   * @param seed of all states
   * @param first the number of the first state among all
   * @return [states][inputs]
   */
  float[][] images(int layer, float[][] states, Seed seed, int first) {
    if (layer == 0) {
      return states;
    }
    Matrix above = Matrix.of(states);
    for (int number = layer; number > 1; number--) {
      Matrix below = Matrix.zeros(states.length, network.layer(number - 1).units());
      network.propDown(number, above, below);
      long[] seeds = new long[states.length];
      for (int row = 0; row < seeds.length; row++) {
        seeds[row] = seed.derive(number).derive(first + row).value();
      }
      Bernoulli.sample(below, seeds, below);
      above = below;
    }
    Matrix means = Matrix.zeros(states.length, network.inputShape().size());
    network.propDown(1, above, means);
    return means.toRows();
  }
}
