package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** out = in · W + b at every place. */
final class PointwiseProduct implements Evaluation {
  private final Matrix weights;
  private final float[] bias;

  PointwiseProduct(Matrix weights, float[] bias) {
    this.weights = weights;
    this.bias = bias;
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    Affine.preactivation(inputs.get(0), weights, bias, output);
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Matrix> inputGradients,
      RectifierRule rule) {
    Matrix.addProductTransposed(outputGradient, weights, inputGradients.get(0));
  }
}
