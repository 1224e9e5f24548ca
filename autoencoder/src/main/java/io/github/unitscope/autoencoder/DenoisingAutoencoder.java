package io.github.unitscope.autoencoder;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.LogisticLayer;
import java.util.Locale;

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
    Matrix weights, float[] visibleBias, float[] hiddenBias, Reconstruction reconstruction) {

  /**
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  public DenoisingAutoencoder {
    if (visibleBias.length != weights.rows() || hiddenBias.length != weights.columns()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "weights [%d, %d] with %d visible and %d hidden biases",
              weights.rows(),
              weights.columns(),
              visibleBias.length,
              hiddenBias.length));
    }
  }

  /** The number of inputs. */
  public int visible() {
    return visibleBias.length;
  }

  /** The number of hidden units. */
  public int hidden() {
    return hiddenBias.length;
  }

  /** The encoder as a layer of a network. Shares the parameters. */
  public LogisticLayer encoder() {
    return new LogisticLayer(weights, hiddenBias);
  }

  /** Hidden activations σ(c + xW): [rows, visible] to [rows, hidden], overwritten. */
  public void encode(Matrix input, Matrix hidden) {
    Affine.activation(input, weights, hiddenBias, hidden);
  }

  /** Reconstructions y: [rows, hidden] to [rows, visible], overwritten. */
  public void decode(Matrix hidden, Matrix out) {
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
    encode(corrupted, hidden);
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

  /** Whether every parameter is a finite number. */
  public boolean isFinite() {
    return encoder().isFinite() && allFinite(visibleBias);
  }

  private static boolean allFinite(float[] values) {
    boolean finite = true;
    for (float value : values) {
      finite &= Float.isFinite(value);
    }
    return finite;
  }

  /** A copy that later training steps do not touch. */
  public DenoisingAutoencoder copy() {
    Matrix copy = Matrix.zeros(visible(), hidden());
    copy.copyFrom(weights);
    return new DenoisingAutoencoder(copy, visibleBias.clone(), hiddenBias.clone(), reconstruction);
  }
}
