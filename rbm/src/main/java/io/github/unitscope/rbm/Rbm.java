package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.LogisticLayer;
import java.util.Locale;

/**
 * A restricted Boltzmann machine, p(v, h) ∝ exp(−E(v, h)), with binary hidden units. The energy E
 * depends on the {@link VisibleUnits}.
 *
 * @param visibleUnits their kind
 * @param weights W, [visible, hidden]
 * @param visibleBias b, [visible]
 * @param hiddenBias c, [hidden]
 */
public record Rbm(
    VisibleUnits visibleUnits, Matrix weights, float[] visibleBias, float[] hiddenBias) {

  /**
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  public Rbm {
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

  /** A machine with binary visible units. */
  public Rbm(Matrix weights, float[] visibleBias, float[] hiddenBias) {
    this(VisibleUnits.BERNOULLI, weights, visibleBias, hiddenBias);
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

  /**
   * Means of p(v | h): hidden [rows, hidden] to means [rows, visible], overwritten. Probabilities
   * for binary units, b + Wh for Gaussian ones.
   */
  public void propDown(Matrix hidden, Matrix means) {
    if (visibleUnits == VisibleUnits.GAUSSIAN) {
      Affine.preactivationBelow(hidden, weights, visibleBias, means);
    } else {
      Affine.activationBelow(hidden, weights, visibleBias, means);
    }
  }

  /**
   * For what is defined on binary visible states only.
   *
   * @throws InvalidInputException if they are not binary
   */
  public void requireBinary(String what) {
    if (visibleUnits != VisibleUnits.BERNOULLI) {
      throw new InvalidInputException(what + " needs binary visible units; these are Gaussian");
    }
  }

  /** Draws visible states around means, both [rows, visible] or the same matrix. */
  public void sampleVisible(Matrix means, long[] seeds, Matrix samples) {
    visibleUnits.sample(means, seeds, samples);
  }

  /**
   * The free energy of every row; p(v) = exp(−F(v)) / Z. F(v) = −b·v − Σ_j softplus(c_j + (vᵀW)_j)
   * for binary visible units; ½‖v − b‖² takes the place of −b·v for Gaussian ones.
   *
   * @param visible [rows, visible]
   * @return [rows], in nats
   */
  public double[] freeEnergy(Matrix visible) {
    Matrix preactivations = Matrix.zeros(visible.rows(), hidden());
    Affine.preactivation(visible, weights, hiddenBias, preactivations);
    double[] energy = new double[visible.rows()];
    if (visibleUnits == VisibleUnits.GAUSSIAN) {
      addHalfSquares(visible, visibleBias, energy);
    } else {
      subtractWeightedSums(visible, visibleBias, energy);
    }
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

  /** sums[row] += ½ Σ_i (values[row, i] − centre[i])². */
  private static void addHalfSquares(Matrix values, float[] centre, double[] sums) {
    int rows = values.rows();
    values.visit(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            for (int row = 0; row < rows; row++) {
              double difference = (double) block[column * rows + row] - centre[first + column];
              sums[row] += 0.5 * difference * difference;
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
    return new Rbm(visibleUnits, weightsCopy, visibleBias.clone(), hiddenBias.clone());
  }
}
