package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Squashing;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** Which non-linearities are known, and what they are. */
final class Activations {
  private Activations() {}

  static boolean isKnown(IActivation activation) {
    return activation instanceof ActivationIdentity || translate(activation) != null;
  }

  /** Null for the identity, and for what is not known. */
  static Operation translate(IActivation activation) {
    if (activation instanceof ActivationReLU relu) {
      return rectifier(relu);
    }
    if (activation instanceof ActivationReLU6) {
      return Rectifier.RELU6;
    }
    if (activation instanceof ActivationLReLU leaky) {
      return new Rectifier(Double.POSITIVE_INFINITY, leaky.getAlpha());
    }
    if (activation instanceof ActivationTanH) {
      return Squashing.TANH;
    }
    if (activation instanceof ActivationSigmoid) {
      return Squashing.SIGMOID;
    }
    return activation instanceof ActivationSoftmax ? Softmax.OVER_CHANNELS : null;
  }

  private static Operation rectifier(ActivationReLU relu) {
    boolean hasThreshold = relu.getThreshold() != null && relu.getThreshold() != 0;
    double ceiling =
        relu.getMax() == null || relu.getMax() == 0 ? Double.POSITIVE_INFINITY : relu.getMax();
    double slope = relu.getNegativeSlope() == null ? 0 : relu.getNegativeSlope();
    return hasThreshold ? null : new Rectifier(ceiling, slope);
  }
}
