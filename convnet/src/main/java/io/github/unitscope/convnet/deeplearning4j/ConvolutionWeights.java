package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.numerics.Matrix;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays of Deeplearning4j's convolutions in our order. */
final class ConvolutionWeights {
  private ConvolutionWeights() {}

  /** From W [output, input, kernel height, kernel width]. */
  static Convolution full(Layer layer, Window window) {
    INDArray w = layer.getParam("W");
    float[] values = NdValues.vector(w);
    int outputs = (int) w.size(0);
    int rows = values.length / outputs;
    Matrix weights = Matrix.zeros(rows, outputs);
    for (int output = 0; output < outputs; output++) {
      for (int row = 0; row < rows; row++) {
        weights.set(row, output, values[output * rows + row]);
      }
    }
    return new Convolution(window, (int) w.size(1), weights, NdValues.bias(layer, outputs));
  }

  /** From W [kernel height, kernel width, input, multiplier]. */
  static DepthwiseConvolution depthwise(Layer layer, Window window, int multiplier) {
    INDArray w = layer.getParam("W");
    float[] values = NdValues.vector(w);
    int outputs = (int) w.size(2) * multiplier;
    float[][] kernels = new float[outputs][window.size()];
    for (int k = 0; k < window.size(); k++) {
      for (int output = 0; output < outputs; output++) {
        kernels[output][k] = values[k * outputs + output];
      }
    }
    return new DepthwiseConvolution(window, multiplier, kernels, NdValues.bias(layer, outputs));
  }

  /** The first half of a separable convolution, from W [multiplier, input, height, width]. */
  static DepthwiseConvolution separated(Layer layer, Window window, int multiplier) {
    INDArray w = layer.getParam("W");
    float[] values = NdValues.vector(w);
    int inputs = (int) w.size(1);
    float[][] kernels = new float[inputs * multiplier][window.size()];
    for (int m = 0; m < multiplier; m++) {
      for (int input = 0; input < inputs; input++) {
        int from = (m * inputs + input) * window.size();
        System.arraycopy(values, from, kernels[input * multiplier + m], 0, window.size());
      }
    }
    return new DepthwiseConvolution(window, multiplier, kernels, new float[kernels.length]);
  }

  /** The second half, from pW [output, input · multiplier, 1, 1]. */
  static Convolution pointwise(Layer layer) {
    INDArray w = layer.getParam("pW");
    float[] values = NdValues.vector(w);
    int outputs = (int) w.size(0);
    int inputs = values.length / outputs;
    Matrix weights = Matrix.zeros(inputs, outputs);
    for (int output = 0; output < outputs; output++) {
      for (int input = 0; input < inputs; input++) {
        weights.set(input, output, values[output * inputs + input]);
      }
    }
    return Convolution.dense(weights, NdValues.bias(layer, outputs));
  }
}
