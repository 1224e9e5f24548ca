package io.github.unitscope.stacks.classifier;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.stacks.LogisticLayer;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.constraint.MaxNormConstraint;
import org.deeplearning4j.nn.conf.dropout.Dropout;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.CrashReportingUtil;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** A stack as a Deeplearning4j network with a softmax on top, and back. */
final class TunableNetwork {
  /** Of a weight matrix [inputs, units]: the norm of a unit's weights runs over its inputs. */
  private static final int INPUTS = 0;

  private final ImageShape inputShape;
  private final MultiLayerNetwork network;

  private TunableNetwork(ImageShape inputShape, MultiLayerNetwork network) {
    this.inputShape = inputShape;
    this.network = network;
  }

  /** The hidden layers are those of the stack; the weights of the softmax are zero. */
  static TunableNetwork of(FullyConnected stack, int classes, FineTuneSettings settings) {
    NeuralNetConfiguration.ListBuilder layers = common(settings).list();
    int below = stack.inputShape().size();
    for (int layer = 1; layer <= stack.layers().size(); layer++) {
      int units = stack.layer(layer).units();
      double dropped = layer == 1 ? settings.inputDropout() : settings.hiddenDropout();
      layers.layer(hidden(below, units, dropped));
      below = units;
    }
    layers.layer(softmax(below, classes, settings.hiddenDropout()));
    // Else a shortage of memory leaves a report in the working directory.
    CrashReportingUtil.crashDumpsEnabled(false);
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    TunableNetwork tunable = new TunableNetwork(stack.inputShape(), network);
    for (int layer = 1; layer <= stack.layers().size(); layer++) {
      tunable.assign(layer - 1, stack.weights(layer), stack.biases(layer));
    }
    return tunable;
  }

  private static NeuralNetConfiguration.Builder common(FineTuneSettings settings) {
    NeuralNetConfiguration.Builder builder =
        new NeuralNetConfiguration.Builder()
            .updater(updater(settings))
            .l2(settings.weightDecay())
            .weightInit(WeightInit.ZERO);
    if (settings.maxNorm() > 0) {
      builder.constrainWeights(new MaxNormConstraint(settings.maxNorm(), INPUTS));
    }
    return builder;
  }

  private static IUpdater updater(FineTuneSettings settings) {
    RateSchedule rate = new RateSchedule(settings);
    return switch (settings.optimizer()) {
      case MOMENTUM -> new Nesterovs(rate, settings.momentum());
      case ADAM ->
          Adam.builder()
              .learningRateSchedule(rate)
              .beta1(settings.momentum())
              .beta2(0.999)
              .epsilon(1e-8)
              .build();
    };
  }

  private static DenseLayer hidden(int inputs, int units, double dropped) {
    DenseLayer.Builder layer =
        new DenseLayer.Builder().nIn(inputs).nOut(units).activation(Activation.SIGMOID);
    dropInputs(layer, dropped);
    return layer.build();
  }

  private static OutputLayer softmax(int inputs, int classes, double dropped) {
    OutputLayer.Builder layer =
        new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
            .nIn(inputs)
            .nOut(classes)
            .activation(Activation.SOFTMAX);
    dropInputs(layer, dropped);
    return layer.build();
  }

  /** Deeplearning4j drops what comes into a layer, and is told what it keeps. */
  private static void dropInputs(FeedForwardLayer.Builder<?> layer, double dropped) {
    if (dropped > 0) {
      layer.dropOut(new Dropout(1 - dropped));
    }
  }

  private void assign(int index, Matrix weights, float[] bias) {
    float[] values = new float[weights.rows() * weights.columns()];
    weights.readColumns(0, weights.columns(), values);
    long[] shape = {weights.rows(), weights.columns()};
    network.getParam(index + "_W").assign(Nd4j.create(values, shape, 'f'));
    network.getParam(index + "_b").assign(Nd4j.create(bias, new long[] {1, bias.length}, 'f'));
  }

  /** The network of Deeplearning4j. */
  MultiLayerNetwork network() {
    return network;
  }

  /** A copy of what has been learned. */
  Classifier classifier() {
    List<LogisticLayer> layers = new ArrayList<>();
    for (int index = 0; index < network.getnLayers(); index++) {
      layers.add(copy(index));
    }
    int top = layers.size() - 1;
    return new Classifier(inputShape, layers.subList(0, top), layers.get(top));
  }

  private LogisticLayer copy(int index) {
    INDArray values = network.getParam(index + "_W");
    Matrix weights = Matrix.zeros(values.rows(), values.columns());
    weights.writeColumns(0, weights.columns(), values.dup('f').data().asFloat());
    return new LogisticLayer(weights, network.getParam(index + "_b").dup().data().asFloat());
  }
}
