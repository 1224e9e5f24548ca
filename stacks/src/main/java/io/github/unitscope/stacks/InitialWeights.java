package io.github.unitscope.stacks;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/**
 * The weights of a layer before training: normally distributed, with a deviation of 0.01 (Hinton
 * 2010, section 8). Autoencoders begin with the same, although gradients of labels train better
 * from larger ones: where images are always dark no training ever removes what the weights begin
 * with, and the pictures of higher units would show it as noise.
 */
public final class InitialWeights {
  private static final double WEIGHT_DEVIATION = 0.01;

  private InitialWeights() {}

  /**
   * Draws the weights of a layer.
   *
   * @param inputs units of the layer below
   * @param units of the layer
   * @return [inputs, units]
   */
  public static Matrix draw(int inputs, int units, Seed seed) {
    Matrix weights = Matrix.zeros(inputs, units);
    SplitMix64 random = seed.stream();
    weights.update(
        (block, first, count) -> {
          for (int i = 0; i < count * inputs; i++) {
            block[i] = (float) (WEIGHT_DEVIATION * random.nextGaussian());
          }
        });
    return weights;
  }
}
