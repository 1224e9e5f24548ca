package io.github.unitscope.rbm;

import io.github.unitscope.network.Seed;
import io.github.unitscope.network.SplitMix64;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;

/**
 * The log pseudo-likelihood Σ_i log p(v_i | all other v), estimated from some units of every image
 * as in the Deep Learning Tutorials: n · log σ(F(v with v_i flipped) − F(v)), images rounded to 0
 * and 1. There one unit an image is drawn; more give the same expectation with less noise.
 */
public final class PseudoLikelihood {
  private static final int UNITS_PER_IMAGE = 20;

  private PseudoLikelihood() {}

  /**
   * The estimate, in nats per image.
   *
   * @param rbm the model
   * @param visible [rows, visible], values in [0, 1]
   * @param seed chooses the units
   */
  public static double estimate(Rbm rbm, Matrix visible, Seed seed) {
    Matrix binary = Matrix.zeros(visible.rows(), visible.columns());
    binary.copyFrom(visible);
    GibbsShard.threshold(binary);
    Matrix preactivations = Matrix.zeros(visible.rows(), rbm.hidden());
    Affine.preactivation(binary, rbm.weights(), rbm.hiddenBias(), preactivations);
    double sum = 0;
    float[] filter = new float[rbm.hidden()];
    float[] a = new float[rbm.hidden()];
    for (int row = 0; row < binary.rows(); row++) {
      preactivations.readRow(row, a);
      SplitMix64 random = seed.derive(row).stream();
      for (int n = 0; n < UNITS_PER_IMAGE; n++) {
        int unit = random.nextInt(rbm.visible());
        rbm.weights().readRow(unit, filter);
        float change = 1 - 2 * binary.get(row, unit);
        sum -= Logistic.softplus(-freeEnergyChange(rbm.visibleBias()[unit], a, filter, change));
      }
    }
    return rbm.visible() * sum / ((double) binary.rows() * UNITS_PER_IMAGE);
  }

  /** F(v with one unit changed) − F(v), from the pre-activations of v. */
  private static double freeEnergyChange(float bias, float[] a, float[] filter, float change) {
    double energy = -change * bias;
    for (int j = 0; j < a.length; j++) {
      energy += Logistic.softplus(a[j]) - Logistic.softplus(a[j] + change * filter[j]);
    }
    return energy;
  }
}
