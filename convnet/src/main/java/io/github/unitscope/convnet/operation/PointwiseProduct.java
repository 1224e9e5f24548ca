package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** out = in · W + b at every place, and what follows. */
final class PointwiseProduct implements OperationKernel {
  private final Matrix weights;
  private final float[] bias;
  private final Epilogue epilogue;

  PointwiseProduct(Convolution convolution, Epilogue epilogue) {
    this.weights = convolution.weights();
    this.bias = convolution.bias();
    this.epilogue = epilogue;
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    Matrix.multiply(inputs.get(0), weights, output);
    epilogue.apply(output, bias);
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule) {
    epilogue.backward(output, outputGradient, rule);
    inputGradients.get(0).addProductTransposed(outputGradient, weights);
  }
}
