package io.github.unitscope.network;

import io.github.unitscope.network.numerics.Matrix;

/** How the weights of a layer are drawn before training. */
public enum InitialWeights {
  /**
   * Normal with a deviation of 0.01, for restricted Boltzmann machines (Hinton 2010, section 8).
   */
  SMALL_NORMAL {
    @Override
    double next(SplitMix64 random, int inputs, int units) {
      return 0.01 * random.nextGaussian();
    }
  },
  /**
   * Uniform within ±4 √(6 / (inputs + units)), for layers of sigmoid units that are trained by
   * gradients (Glorot and Bengio 2010).
   */
  GLOROT_UNIFORM {
    @Override
    double next(SplitMix64 random, int inputs, int units) {
      return 4 * Math.sqrt(6.0 / (inputs + units)) * (2 * random.nextDouble() - 1);
    }
  };

  abstract double next(SplitMix64 random, int inputs, int units);

  /**
   * Draws the weights of a layer.
   *
   * @param inputs units of the layer below
   * @param units of the layer
   * @return [inputs, units]
   */
  public Matrix draw(int inputs, int units, Seed seed) {
    Matrix weights = Matrix.zeros(inputs, units);
    SplitMix64 random = seed.stream();
    weights.update(
        (block, first, count) -> {
          for (int i = 0; i < count * inputs; i++) {
            block[i] = (float) next(random, inputs, units);
          }
        });
    return weights;
  }
}
