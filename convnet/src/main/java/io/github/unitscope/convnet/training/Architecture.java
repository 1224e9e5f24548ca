package io.github.unitscope.convnet.training;

/** Which layers a network has. All end in a softmax over the classes. */
public enum Architecture {
  /**
   * The network of <i>Watch this neural network learn to see</i>: 3×3 convolutions that keep the
   * size, 4 and 4 channels, maximum of 2×2, 8 and 8, maximum, 16 and 16, then dense layers of 64
   * and 32.
   */
  L20(Nonlinearity.TANH),
  /** LeNet: 5×5 20, maximum of 2×2, 5×5 50, maximum of 2×2, then a dense layer of 500. */
  LENET(Nonlinearity.RELU);

  private final Nonlinearity usual;

  Architecture(Nonlinearity usual) {
    this.usual = usual;
  }

  /** The non-linearity that it has unless another is asked for. */
  public Nonlinearity usualNonlinearity() {
    return usual;
  }
}
