package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.operation.AveragePooling;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.GlobalPooling;
import io.github.unitscope.convnet.operation.Identity;
import io.github.unitscope.convnet.operation.MaxPooling;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.operation.ZeroPadding;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BaseOutputLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DepthwiseConvolution2D;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SeparableConvolution2D;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.ZeroPaddingLayer;
import org.nd4j.linalg.activations.IActivation;

/** Which layers of Deeplearning4j are known, and what they are. */
final class LayerKinds {
  private LayerKinds() {}

  /** What a layer is at inference; null if that is not known. */
  static TranslatedLayer translate(Layer layer) {
    var configuration = layer.conf().getLayer();
    if (configuration instanceof ConvolutionLayer convolution) {
      return convolution(layer, convolution);
    }
    if (configuration instanceof SubsamplingLayer pooling) {
      return linear(pooling(pooling), order(pooling.getCnn2dDataFormat()));
    }
    if (configuration instanceof GlobalPoolingLayer pooling) {
      return linear(globalPooling(pooling), null);
    }
    if (configuration instanceof BatchNormalization normalization) {
      return linear(normalization(layer, normalization), order(normalization.getCnn2DFormat()));
    }
    if (configuration instanceof ActivationLayer activation) {
      return activated(Identity.OF_INPUT, activation.getActivationFn(), null);
    }
    if (configuration instanceof LossLayer loss) {
      return activated(Identity.OF_INPUT, loss.getActivationFn(), null);
    }
    if (configuration instanceof ZeroPaddingLayer padding) {
      int[] p = padding.getPadding();
      return linear(
          new ZeroPadding(new Padding(false, p[0], p[1], p[2], p[3])),
          order(padding.getDataFormat()));
    }
    if (configuration instanceof DropoutLayer) {
      return linear(Identity.OF_INPUT, null);
    }
    if (configuration.getClass() == DenseLayer.class || configuration instanceof BaseOutputLayer) {
      Convolution dense =
          Convolution.dense(NdValues.matrix(layer.getParam("W")), NdValues.bias(layer));
      return activated(dense, ((BaseLayer) configuration).getActivationFn(), null);
    }
    return null;
  }

  private static TranslatedLayer convolution(Layer layer, ConvolutionLayer configuration) {
    Window window =
        window(
            configuration.getKernelSize(),
            configuration.getStride(),
            configuration.getPadding(),
            configuration.getDilation(),
            configuration.getConvolutionMode());
    IActivation activation = configuration.getActivationFn();
    ChannelOrder order = order(configuration.getCnn2dDataFormat());
    if (window == null || configuration instanceof Deconvolution2D) {
      return null;
    }
    if (configuration instanceof DepthwiseConvolution2D depthwise) {
      return activated(
          ConvolutionWeights.depthwise(layer, window, depthwise.getDepthMultiplier()),
          activation,
          order);
    }
    if (configuration instanceof SeparableConvolution2D separable) {
      TranslatedLayer pointwise = activated(ConvolutionWeights.pointwise(layer), activation, order);
      Operation depthwise =
          ConvolutionWeights.separated(layer, window, separable.getDepthMultiplier());
      return pointwise == null
          ? null
          : new TranslatedLayer(
              List.of(depthwise), pointwise.operation(), pointwise.nonlinearity(), order);
    }
    // Other subclasses are convolutions along one axis or three.
    boolean plain =
        configuration.getClass() == ConvolutionLayer.class
            || configuration instanceof OneDnnConvolution;
    return plain ? activated(ConvolutionWeights.full(layer, window), activation, order) : null;
  }

  private static Window window(
      int[] kernel, int[] stride, int[] padding, int[] dilation, ConvolutionMode mode) {
    if (kernel.length != 2 || mode == ConvolutionMode.Causal) {
      return null;
    }
    return new Window(
        kernel[0],
        kernel[1],
        stride[0],
        stride[1],
        dilation[0],
        dilation[1],
        mode == ConvolutionMode.Same ? Padding.SAME : Padding.of(padding[0], padding[1]));
  }

  private static Operation pooling(SubsamplingLayer pooling) {
    Window window =
        window(
            pooling.getKernelSize(),
            pooling.getStride(),
            pooling.getPadding(),
            pooling.getDilation(),
            pooling.getConvolutionMode());
    if (window == null) {
      return null;
    }
    return switch (pooling.getPoolingType()) {
      case MAX -> new MaxPooling(window);
      case AVG -> new AveragePooling(window, pooling.isAvgPoolIncludePadInDivisor());
      default -> null;
    };
  }

  private static Operation globalPooling(GlobalPoolingLayer pooling) {
    if (pooling.getPoolingType() == PoolingType.MAX) {
      return GlobalPooling.MAXIMUM;
    }
    return pooling.getPoolingType() == PoolingType.AVG ? GlobalPooling.AVERAGE : null;
  }

  private static Operation normalization(Layer layer, BatchNormalization configuration) {
    float[] mean = NdValues.vector(layer.getParam("mean"));
    float[] variance = variance(layer, configuration);
    float[] gamma = constant(mean.length, configuration.getGamma());
    float[] beta = constant(mean.length, configuration.getBeta());
    if (!configuration.isLockGammaBeta()) {
      gamma = NdValues.vector(layer.getParam("gamma"));
      beta = NdValues.vector(layer.getParam("beta"));
    }
    return ChannelAffine.batchNormalization(gamma, beta, mean, variance, configuration.getEps());
  }

  private static float[] variance(Layer layer, BatchNormalization configuration) {
    if (!configuration.isUseLogStd()) {
      return NdValues.vector(layer.getParam("var"));
    }
    float[] logDeviation = NdValues.vector(layer.getParam("log10stdev"));
    for (int i = 0; i < logDeviation.length; i++) {
      logDeviation[i] = (float) Math.pow(10, 2 * logDeviation[i]);
    }
    return logDeviation;
  }

  private static float[] constant(int count, double value) {
    float[] values = new float[count];
    Arrays.fill(values, (float) value);
    return values;
  }

  private static TranslatedLayer linear(Operation operation, ChannelOrder order) {
    return operation == null ? null : TranslatedLayer.of(operation, null, order);
  }

  private static TranslatedLayer activated(
      Operation operation, IActivation activation, ChannelOrder order) {
    if (!Activations.isKnown(activation)) {
      return null;
    }
    return TranslatedLayer.of(operation, Activations.translate(activation), order);
  }

  private static ChannelOrder order(CNN2DFormat format) {
    return format == CNN2DFormat.NHWC ? ChannelOrder.CHANNELS_LAST : ChannelOrder.CHANNELS_FIRST;
  }
}
