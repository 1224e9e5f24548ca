package io.github.unitscope.rbm.machine;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Logistic;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.TiedLayer;

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
    VisibleUnits visibleUnits, Matrix weights, float[] visibleBias, float[] hiddenBias)
    implements TiedLayer<Rbm> {

  /**
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  public Rbm {
    TiedLayer.requireFit(weights, visibleBias, hiddenBias);
  }

  /** A machine with binary visible units. */
  public Rbm(Matrix weights, float[] visibleBias, float[] hiddenBias) {
    this(VisibleUnits.BERNOULLI, weights, visibleBias, hiddenBias);
  }

  /**
   * Means of p(v | h): hidden [rows, hidden] to means [rows, visible], overwritten. Probabilities
   * for binary units, b + Wh for Gaussian ones.
   */
  @Override
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
  public static void subtractWeightedSums(Matrix values, float[] weights, double[] sums) {
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

  /**
   * The machine whose parameters lie between those of two others.
   *
   * @param share of the way to the other, in [0, 1]
   */
  public Rbm towards(Rbm other, double share) {
    Rbm between = copy();
    between.weights.update(
        (block, first, count) -> {
          float[] far = new float[count * visible()];
          other.weights.readColumns(first, count, far);
          move(block, far, far.length, share);
        });
    move(between.visibleBias, other.visibleBias, visible(), share);
    move(between.hiddenBias, other.hiddenBias, hidden(), share);
    return between;
  }

  private static void move(float[] from, float[] to, int count, double share) {
    for (int i = 0; i < count; i++) {
      from[i] += (float) (share * (to[i] - from[i]));
    }
  }

  @Override
  public Rbm copy() {
    Matrix weightsCopy = Matrix.zeros(visible(), hidden());
    weightsCopy.copyFrom(weights);
    return new Rbm(visibleUnits, weightsCopy, visibleBias.clone(), hiddenBias.clone());
  }
}
