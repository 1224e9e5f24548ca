package io.github.unitscope.convnet.training;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * The cross-entropy of a softmax, which also counts how many of the images that it sees are right:
 * Deeplearning4j computes the logits of a step nowhere else.
 */
final class CountingCrossEntropy extends LossMCXENT {
  private static final long serialVersionUID = 1L;

  private transient int right;

  @Override
  public INDArray computeGradient(
      INDArray labels, INDArray logits, IActivation activation, INDArray mask) {
    right = Logits.right(logits, labels);
    return super.computeGradient(labels, logits, activation, mask);
  }

  /** Of the images of the last gradient. */
  int right() {
    return right;
  }
}
