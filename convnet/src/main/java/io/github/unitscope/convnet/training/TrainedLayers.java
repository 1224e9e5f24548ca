package io.github.unitscope.convnet.training;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.ConvNetworkBuilder;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.ActivationFunction;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns a network of Deeplearning4j, of the layers that {@link NetworkLayers} makes, into one of
 * ours, as it is at inference: dropout does nothing.
 */
final class TrainedLayers {
  private TrainedLayers() {}

  /**
   * A copy of a network.
   *
   * @param image the shape of the images
   */
  static ConvNetwork copy(MultiLayerNetwork network, ImageShape image) {
    ConvNetworkBuilder copy = new ConvNetworkBuilder(image);
    int below = 0;
    for (int i = 0; i < network.getnLayers(); i++) {
      Layer layer = network.getLayer(i);
      String name = layer.conf().getLayer().getLayerName();
      if (network.getLayerWiseConfigurations().getInputPreProcess(i) != null) {
        Reshape flat = Reshape.flatten(ChannelOrder.CHANNELS_FIRST);
        below = copy.add(Node.linear(name + "/flat", List.of(below), flat));
      }
      below = copy.add(new Node(name, List.of(below), operation(layer), nonlinearity(layer)));
    }
    return copy.build(InputDeclaration.UNIT, List.of());
  }

  private static Operation operation(Layer layer) {
    var configuration = layer.conf().getLayer();
    if (configuration instanceof ConvolutionLayer c) {
      return convolution(layer, window(c.getKernelSize(), c.getStride(), c.getConvolutionMode()));
    }
    if (configuration instanceof SubsamplingLayer p) {
      return new MaxPooling(window(p.getKernelSize(), p.getStride(), p.getConvolutionMode()));
    }
    return Convolution.dense(matrix(layer.getParam("W")), vector(layer.getParam("b")));
  }

  private static Window window(int[] kernel, int[] stride, ConvolutionMode mode) {
    Padding padding = mode == ConvolutionMode.Same ? Padding.SAME : Padding.VALID;
    return new Window(kernel[0], kernel[1], stride[0], stride[1], 1, 1, padding);
  }

  /** From W [output, input, kernel height, kernel width]. */
  private static Convolution convolution(Layer layer, Window window) {
    INDArray w = layer.getParam("W");
    float[] values = vector(w);
    int outputs = (int) w.size(0);
    int rows = values.length / outputs;
    Matrix weights = Matrix.zeros(rows, outputs);
    for (int output = 0; output < outputs; output++) {
      for (int row = 0; row < rows; row++) {
        weights.set(row, output, values[output * rows + row]);
      }
    }
    return new Convolution(window, (int) w.size(1), weights, vector(layer.getParam("b")));
  }

  /** All values in row-major order. */
  private static float[] vector(INDArray array) {
    return array.dup('c').data().asFloat();
  }

  private static Matrix matrix(INDArray array) {
    Matrix matrix = Matrix.zeros(array.rows(), array.columns());
    matrix.writeColumns(0, matrix.columns(), array.dup('f').data().asFloat());
    return matrix;
  }

  /** Null for a pool, which has none. */
  private static Operation nonlinearity(Layer layer) {
    if (!(layer.conf().getLayer() instanceof BaseLayer configuration)) {
      return null;
    }
    IActivation activation = configuration.getActivationFn();
    if (activation instanceof ActivationTanH) {
      return ActivationFunction.TANH;
    }
    if (activation instanceof ActivationReLU) {
      return Rectifier.RELU;
    }
    if (activation instanceof ActivationSoftmax) {
      return Softmax.OVER_CHANNELS;
    }
    throw new IllegalArgumentException("no layer of NetworkLayers has " + activation);
  }
}
