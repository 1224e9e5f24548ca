package io.github.unitscope.stacks;

import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Locale;

/**
 * A layer whose weights go both ways, as those of restricted Boltzmann machines and of autoencoders
 * with tied weights do.
 *
 * @param <L> the kind of layer itself
 */
public interface TiedLayer<L extends TiedLayer<L>> {
  /** W, [visible, hidden]. */
  Matrix weights();

  /** b, [visible]. */
  float[] visibleBias();

  /** c, [hidden]. */
  float[] hiddenBias();

  /**
   * Means of the units below given those of this layer: [rows, hidden] to [rows, visible],
   * overwritten.
   */
  void propDown(Matrix hidden, Matrix means);

  /** A copy that later training steps do not touch. */
  L copy();

  /** The number of units below. */
  default int visible() {
    return visibleBias().length;
  }

  /** The number of hidden units. */
  default int hidden() {
    return hiddenBias().length;
  }

  /** The way up as a layer of a network, h = σ(v · W + c). Shares the parameters. */
  default LogisticLayer upward() {
    return new LogisticLayer(weights(), hiddenBias());
  }

  /** Means of the hidden units, σ(v · W + c): [rows, visible] to [rows, hidden], overwritten. */
  default void propUp(Matrix visible, Matrix means) {
    Affine.activation(visible, weights(), hiddenBias(), means);
  }

  /** Whether every parameter is a finite number. */
  default boolean isFinite() {
    boolean finite = upward().isFinite();
    for (float value : visibleBias()) {
      finite &= Float.isFinite(value);
    }
    return finite;
  }

  /**
   * Checks the shapes of a layer's parameters.
   *
   * @throws IllegalArgumentException if the biases do not fit the weights
   */
  static void requireFit(Matrix weights, float[] visibleBias, float[] hiddenBias) {
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
}
