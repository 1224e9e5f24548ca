package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.DepthwiseConvolution;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Locale;

/** Convolutions and fully connected layers, with Keras' weights in our order. */
final class ConvolutionLayers {
  /** Of a convolution in groups, whose weights are written out with zeros between the groups. */
  private static final long MOST_WEIGHTS = 1 << 26;

  private ConvolutionLayers() {}

  /** Kernel [kernel height, kernel width, input channels / groups, filters]. */
  static KerasTensor convolution(LayerCall call) {
    KerasTensor input = call.image();
    Window window = Windows.ofKernel(call.config());
    int filters = positive(call.config(), "filters");
    int groups = call.config().has("groups") ? positive(call.config(), "groups") : 1;
    int channels = input.shape().channels();
    if (channels % groups != 0 || filters % groups != 0) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "its %d groups divide neither %d channels nor %d filters",
              groups,
              channels,
              filters));
    }
    KerasArray kernel =
        call.weights()
            .get("kernel")
            .require(window.height(), window.width(), channels / groups, filters);
    Convolution convolution =
        new Convolution(
            window,
            channels,
            weights(kernel.values(), window, channels, filters, groups),
            call.weights().bias(call.config(), filters));
    return call.add(input, convolution, Activations.of(call.config(), input));
  }

  private static int positive(LayerConfig config, String name) {
    int value = config.whole(name, 0);
    if (value < 1) {
      throw new InvalidInputException(
          "its number of " + name + " is " + value + " where at least 1 is needed");
    }
    return value;
  }

  private static Matrix weights(
      float[] kernel, Window window, int channels, int filters, int groups) {
    if (groups > 1 && (long) channels * window.size() * filters > MOST_WEIGHTS) {
      throw new InvalidInputException("its groups have more weights than can be written out");
    }
    Matrix weights = Matrix.zeros(channels * window.size(), filters);
    int inputs = channels / groups;
    int outputs = filters / groups;
    for (int k = 0; k < window.size(); k++) {
      for (int input = 0; input < inputs; input++) {
        for (int filter = 0; filter < filters; filter++) {
          int channel = filter / outputs * inputs + input;
          weights.set(
              channel * window.size() + k, filter, kernel[(k * inputs + input) * filters + filter]);
        }
      }
    }
    return weights;
  }

  /** Kernel [kernel height, kernel width, input channels, multiplier]. */
  static KerasTensor depthwise(LayerCall call) {
    KerasTensor input = call.image();
    // Keras 3 names it as it names all others.
    String kernel = call.weights().has("kernel") ? "kernel" : "depthwise_kernel";
    float[][] kernels = kernels(call, input, kernel);
    float[] bias = call.weights().bias(call.config(), kernels.length);
    return call.add(input, depthwise(call, kernels, bias), Activations.of(call.config(), input));
  }

  /** A depthwise convolution without bias, and one of single pixels. */
  static KerasTensor separable(LayerCall call) {
    KerasTensor input = call.image();
    float[][] kernels = kernels(call, input, "depthwise_kernel");
    int between = kernels.length;
    KerasTensor spread = call.addPart(input, depthwise(call, kernels, new float[between]));
    int filters = positive(call.config(), "filters");
    KerasArray pointwise = call.weights().get("pointwise_kernel").require(1, 1, between, filters);
    Convolution convolution =
        Convolution.dense(
            weights(pointwise.values(), Window.POINT, between, filters, 1),
            call.weights().bias(call.config(), filters));
    return call.add(spread, convolution, Activations.of(call.config(), input));
  }

  private static Operation depthwise(LayerCall call, float[][] kernels, float[] bias) {
    return new DepthwiseConvolution(
        Windows.ofKernel(call.config()), multiplier(call), kernels, bias);
  }

  private static int multiplier(LayerCall call) {
    return call.config().has("depth_multiplier") ? positive(call.config(), "depth_multiplier") : 1;
  }

  private static float[][] kernels(LayerCall call, KerasTensor input, String name) {
    Window window = Windows.ofKernel(call.config());
    int channels = input.shape().channels();
    int multiplier = multiplier(call);
    float[] values =
        call.weights()
            .get(name)
            .require(window.height(), window.width(), channels, multiplier)
            .values();
    float[][] kernels = new float[channels * multiplier][window.size()];
    for (int k = 0; k < window.size(); k++) {
      for (int output = 0; output < kernels.length; output++) {
        kernels[output][k] = values[k * kernels.length + output];
      }
    }
    return kernels;
  }

  /** Kernel [inputs, units]; of an image, every place is for itself. */
  static KerasTensor dense(LayerCall call) {
    KerasTensor input = call.input();
    boolean lastAxis = input.isImage() && input.order() == ChannelOrder.CHANNELS_LAST;
    if (input.axes() != 1 && !lastAxis) {
      throw new InvalidInputException(
          "its input has several axes of which the last is not the channels; put a Flatten before it");
    }
    int units = positive(call.config(), "units");
    int channels = input.shape().channels();
    KerasArray kernel = call.weights().get("kernel").require(channels, units);
    Convolution dense =
        Convolution.dense(
            weights(kernel.values(), Window.POINT, channels, units, 1),
            call.weights().bias(call.config(), units));
    return call.add(input, dense, Activations.of(call.config(), input));
  }
}
