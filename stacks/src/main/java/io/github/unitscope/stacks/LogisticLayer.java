package io.github.unitscope.stacks;

import io.github.unitscope.network.numerics.Matrix;

/**
 * The weights of a fully connected layer h = σ(x · weights + bias).
 *
 * @param weights [inputs, units]
 * @param bias [units]
 */
public record LogisticLayer(Matrix weights, float[] bias) {

  /**
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public LogisticLayer {
    if (bias.length != weights.columns()) {
      throw new IllegalArgumentException(
          bias.length + " biases for " + weights.columns() + " units");
    }
  }

  /** Whether every parameter is a finite number. */
  public boolean isFinite() {
    boolean finite = weights.isFinite();
    for (float value : bias) {
      finite &= Float.isFinite(value);
    }
    return finite;
  }
}
