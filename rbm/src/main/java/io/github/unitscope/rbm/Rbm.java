package io.github.unitscope.rbm;

import io.github.unitscope.network.LogisticLayer;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;

/**
 * A restricted Boltzmann machine with binary units: p(v, h) ∝ exp(b·v + c·h + vᵀWh).
 *
 * @param weights W, [visible, hidden]
 * @param visibleBias b, [visible]
 * @param hiddenBias c, [hidden]
 */
public record Rbm(Matrix weights, float[] visibleBias, float[] hiddenBias) {

  /**
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  public Rbm {
    if (visibleBias.length != weights.rows() || hiddenBias.length != weights.columns()) {
      throw new IllegalArgumentException(
          "weights [%d, %d] with %d visible and %d hidden biases"
              .formatted(weights.rows(), weights.columns(), visibleBias.length, hiddenBias.length));
    }
  }

  /** The number of visible units. */
  public int visible() {
    return visibleBias.length;
  }

  /** The number of hidden units. */
  public int hidden() {
    return hiddenBias.length;
  }

  /** The way up as a layer of a network: h = σ(v · W + c). Shares the parameters. */
  public LogisticLayer recognition() {
    return new LogisticLayer(weights, hiddenBias);
  }

  /** Means p(h = 1 | v): visible [rows, visible] to means [rows, hidden], overwritten. */
  public void propUp(Matrix visible, Matrix means) {
    Affine.activation(visible, weights, hiddenBias, means);
  }

  /** Means p(v = 1 | h): hidden [rows, hidden] to means [rows, visible], overwritten. */
  public void propDown(Matrix hidden, Matrix means) {
    Affine.activationBelow(hidden, weights, visibleBias, means);
  }

  /**
   * The free energy F(v) = −b·v − Σ_j softplus(c_j + (vᵀW)_j) of every row; p(v) = exp(−F(v)) / Z.
   *
   * @param visible [rows, visible]
   * @return [rows], in nats
   */
  public double[] freeEnergy(Matrix visible) {
    Matrix preactivations = Matrix.zeros(visible.rows(), hidden());
    Affine.preactivation(visible, weights, hiddenBias, preactivations);
    double[] energy = new double[visible.rows()];
    subtractWeightedSums(visible, visibleBias, energy);
    subtractSoftplus(preactivations, energy);
    return energy;
  }

  /** sums[row] −= Σ_i values[row, i] · weights[i]. */
  static void subtractWeightedSums(Matrix values, float[] weights, double[] sums) {
    int rows = values.rows();
    values.visit(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            double weight = weights[first + column];
            for (int row = 0; row < rows; row++) {
              sums[row] -= weight * block[column * rows + row];
            }
          }
        });
  }

  private static void subtractSoftplus(Matrix preactivations, double[] sums) {
    int rows = preactivations.rows();
    preactivations.visit(
        (block, first, count) -> {
          for (int i = 0; i < count * rows; i++) {
            sums[i % rows] -= Logistic.softplus(block[i]);
          }
        });
  }

  /** Whether every parameter is a finite number. */
  public boolean isFinite() {
    return recognition().isFinite() && allFinite(visibleBias);
  }

  private static boolean allFinite(float[] values) {
    boolean finite = true;
    for (float value : values) {
      finite &= Float.isFinite(value);
    }
    return finite;
  }

  /** A copy that later training steps do not touch. */
  public Rbm copy() {
    Matrix weightsCopy = Matrix.zeros(visible(), hidden());
    weightsCopy.copyFrom(weights);
    return new Rbm(weightsCopy, visibleBias.clone(), hiddenBias.clone());
  }
}
