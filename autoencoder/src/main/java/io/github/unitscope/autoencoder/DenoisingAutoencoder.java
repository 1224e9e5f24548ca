package io.github.unitscope.autoencoder;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.TiedLayer;

/**
 * An autoencoder with tied weights (Vincent, Larochelle, Bengio, Manzagol 2008): h = σ(c + x̃W) of
 * a corrupted input x̃, and a reconstruction y of the clean input from b + hWᵀ.
 *
 * @param weights W, [visible, hidden]
 * @param visibleBias b, [visible]
 * @param hiddenBias c, [hidden]
 * @param reconstruction what y is and what its errors cost
 */
public record DenoisingAutoencoder(
    Matrix weights, float[] visibleBias, float[] hiddenBias, Reconstruction reconstruction)
    implements TiedLayer<DenoisingAutoencoder> {

  /**
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  public DenoisingAutoencoder {
    TiedLayer.requireFit(weights, visibleBias, hiddenBias);
  }

  /** Reconstructions y: [rows, hidden] to [rows, visible], overwritten. */
  @Override
  public void propDown(Matrix hidden, Matrix out) {
    if (reconstruction == Reconstruction.CROSS_ENTROPY) {
      Affine.activationBelow(hidden, weights, visibleBias, out);
    } else {
      Affine.preactivationBelow(hidden, weights, visibleBias, out);
    }
  }

  /**
   * The mean cost of reconstructing clean rows from corrupted ones, in nats or squared units a row.
   *
   * @param corrupted [rows, visible]
   * @param clean [rows, visible]
   */
  public double cost(Matrix corrupted, Matrix clean) {
    Matrix hidden = Matrix.zeros(corrupted.rows(), hidden());
    Matrix decoded = Matrix.zeros(corrupted.rows(), visible());
    propUp(corrupted, hidden);
    Affine.preactivationBelow(hidden, weights, visibleBias, decoded);
    double[] sum = {0};
    float[] x = clean.newBlock();
    decoded.visit(
        (block, first, count) -> {
          clean.readColumns(first, count, x);
          for (int i = 0; i < count * clean.rows(); i++) {
            sum[0] += cost(x[i], block[i]);
          }
        });
    return sum[0] / clean.rows();
  }

  /** The cost of one value whose decoder has the pre-activation z. */
  private double cost(double x, double z) {
    // −x log σ(z) − (1 − x) log(1 − σ(z)), where σ would be saturated.
    return reconstruction == Reconstruction.CROSS_ENTROPY
        ? Logistic.softplus(z) - x * z
        : 0.5 * (z - x) * (z - x);
  }

  @Override
  public DenoisingAutoencoder copy() {
    Matrix copy = Matrix.zeros(visible(), hidden());
    copy.copyFrom(weights);
    return new DenoisingAutoencoder(copy, visibleBias.clone(), hiddenBias.clone(), reconstruction);
  }
}
