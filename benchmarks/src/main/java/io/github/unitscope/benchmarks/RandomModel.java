package io.github.unitscope.benchmarks;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.ArrayList;
import java.util.List;

/**
 * Deep belief networks of random weights in which maximization has about as far to go as in trained
 * ones: pre-activations of some units around 0, where layers are far from linear.
 */
final class RandomModel {
  private static final double SPREAD = 4;

  private RandomModel() {}

  /**
   * A network.
   *
   * @param input the shape of the images
   * @param units of every layer, the lowest first
   */
  static Dbn dbn(ImageShape input, List<Integer> units, Seed seed) {
    List<Rbm> rbms = new ArrayList<>();
    int below = input.size();
    for (int hidden : units) {
      rbms.add(rbm(below, hidden, rbms.isEmpty() ? 0 : 0.5, seed.derive(rbms.size())));
      below = hidden;
    }
    return new Dbn(input, rbms);
  }

  /**
   * @param centre the mean of the inputs, which the biases take away
   */
  private static Rbm rbm(int visible, int hidden, double centre, Seed seed) {
    SplitMix64 random = seed.stream();
    double deviation = SPREAD / Math.sqrt(visible);
    Matrix weights = Matrix.zeros(visible, hidden);
    weights.update(
        (block, first, count) -> {
          for (int i = 0; i < count * visible; i++) {
            block[i] = (float) (deviation * random.nextGaussian());
          }
        });
    double[] sums = new double[hidden];
    weights.addColumnSums(-centre, sums);
    float[] hiddenBias = new float[hidden];
    for (int i = 0; i < hidden; i++) {
      hiddenBias[i] = (float) sums[i];
    }
    return new Rbm(weights, new float[visible], hiddenBias);
  }
}
