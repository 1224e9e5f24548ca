package io.github.unitscope.convnet.training;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;

/** The layers of an architecture as Deeplearning4j is told of them; no weights yet. */
final class NetworkLayers {
  private final ConvNetSettings settings;
  private final List<Layer> layers = new ArrayList<>();
  private int convolutions;
  private int pools;
  private int dense;

  private NetworkLayers(ConvNetSettings settings) {
    this.settings = settings;
  }

  /**
   * The configuration of a network.
   *
   * @throws InvalidInputException if images of this shape are too small
   */
  static MultiLayerConfiguration configuration(
      ConvNetSettings settings, ImageShape input, int classes) {
    requireRoom(settings.architecture(), input);
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().weightInit(WeightInit.ZERO).list();
    NetworkLayers all = new NetworkLayers(settings);
    switch (settings.architecture()) {
      case L20 -> all.l20();
      case LENET -> all.leNet();
    }
    all.softmax(classes);
    all.layers.forEach(list::layer);
    return list.setInputType(
            InputType.convolutional(input.height(), input.width(), input.channels()))
        .build();
  }

  private static void requireRoom(Architecture architecture, ImageShape input) {
    int least = architecture == Architecture.LENET ? 16 : 4;
    if (Math.min(input.height(), input.width()) < least) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "images of %s are too small for %s, which needs %d pixels a side: give other --data",
              input,
              architecture.name().toLowerCase(Locale.ROOT),
              least));
    }
  }

  private void l20() {
    for (int channels = 4; channels <= 16; channels *= 2) {
      if (channels > 4) {
        pool();
      }
      convolution(3, channels, ConvolutionMode.Same);
      convolution(3, channels, ConvolutionMode.Same);
    }
    dense(64);
    dense(32);
  }

  private void leNet() {
    convolution(5, 20, ConvolutionMode.Truncate);
    pool();
    convolution(5, 50, ConvolutionMode.Truncate);
    pool();
    dense(500);
  }

  private void convolution(int side, int channels, ConvolutionMode mode) {
    convolutions++;
    layers.add(
        new OneDnnConvolution(
            new ConvolutionLayer.Builder(side, side)
                .name("conv" + convolutions)
                .nOut(channels)
                .convolutionMode(mode)
                .activation(settings.nonlinearity().activation())));
  }

  private void pool() {
    pools++;
    layers.add(
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .name("pool" + pools)
            .kernelSize(2, 2)
            .stride(2, 2)
            .build());
  }

  private void dense(int units) {
    dense++;
    DenseLayer.Builder layer =
        new DenseLayer.Builder()
            .name("dense" + dense)
            .nOut(units)
            .activation(settings.nonlinearity().activation());
    dropInputs(layer);
    layers.add(layer.build());
  }

  private void softmax(int classes) {
    OutputLayer.Builder layer =
        new OutputLayer.Builder(new CountingCrossEntropy())
            .name("softmax")
            .nOut(classes)
            .activation(Activation.SOFTMAX);
    dropInputs(layer);
    layers.add(layer.build());
  }

  /** Deeplearning4j drops what comes into a layer, and is told what it keeps. */
  private void dropInputs(FeedForwardLayer.Builder<?> layer) {
    if (settings.dropout() > 0) {
      layer.dropOut(new Dropout(1 - settings.dropout()));
    }
  }
}
