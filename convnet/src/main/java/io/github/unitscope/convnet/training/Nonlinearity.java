package io.github.unitscope.convnet.training;

import org.nd4j.linalg.activations.Activation;

/** What a unit makes of its pre-activation. */
public enum Nonlinearity {
  /** The hyperbolic tangent, in (−1, 1). */
  TANH(Activation.TANH),
  /** max(0, x). */
  RELU(Activation.RELU);

  private final Activation activation;

  Nonlinearity(Activation activation) {
    this.activation = activation;
  }

  /** The name that Deeplearning4j has for it. */
  Activation activation() {
    return activation;
  }

  /**
   * The variance of weights that keeps signals at their size: Glorot and Bengio (2010) for tanh, He
   * et al. (2015) for rectified units.
   *
   * @param fanIn values that come into a unit
   * @param fanOut units that a value goes to
   */
  double weightVariance(long fanIn, long fanOut) {
    return this == RELU ? 2.0 / fanIn : 2.0 / (fanIn + fanOut);
  }
}
