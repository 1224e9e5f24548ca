package io.github.unitscope.stacks.classifier;

/** How a gradient becomes a step. */
public enum Optimizer {
  /** Gradient descent with Nesterov's momentum. */
  MOMENTUM,
  /** Adam (Kingma and Ba 2015), β₂ = 0.999, ε = 1e-8. */
  ADAM
}
