package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** out = in · W + b at every place, and what follows. */
final class PointwiseProduct implements Evaluation {
  private final Matrix weights;
  private final float[] bias;
  private final Finish finish;

  PointwiseProduct(Convolution convolution, Finish finish) {
    this.weights = convolution.weights();
    this.bias = convolution.bias();
    this.finish = finish;
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    Matrix.multiply(inputs.get(0), weights, output);
    finish.apply(output, bias);
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule) {
    finish.backward(output, outputGradient, rule);
    inputGradients.get(0).addProductTransposed(outputGradient, weights);
  }
}
