package io.github.unitscope.autoencoder;

/** What a decoder gives back, and what its errors cost. */
public enum Reconstruction {
  /**
   * y = σ(b + Wh) for values in [0, 1], at the cross-entropy −Σ_i x_i log y_i + (1 − x_i) log(1 −
   * y_i).
   */
  CROSS_ENTROPY,

  /** y = b + Wh for any values, at the cost ½‖y − x‖². */
  SQUARED_ERROR
}
