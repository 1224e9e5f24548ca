package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.ConvNetworkBuilder;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.NormalizedLayer;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/** A call of a layer that is being translated: what goes in, its settings, its weights. */
final class LayerCall {
  private final String nodeName;
  private final KerasLayer layer;
  private final List<KerasTensor> inputs;
  private final LayerWeights weights;
  private final ConvNetworkBuilder network;
  private NormalizedLayer normalized;

  LayerCall(
      String nodeName,
      KerasLayer layer,
      List<KerasTensor> inputs,
      LayerWeights weights,
      ConvNetworkBuilder network) {
    this.nodeName = nodeName;
    this.layer = layer;
    this.inputs = inputs;
    this.weights = weights;
    this.network = network;
  }

  LayerConfig config() {
    return layer.config();
  }

  LayerWeights weights() {
    return weights;
  }

  List<KerasTensor> inputs() {
    return inputs;
  }

  /** The only input. */
  KerasTensor input() {
    if (inputs.size() != 1) {
      throw new InvalidInputException("it has " + inputs.size() + " inputs where one is needed");
    }
    return inputs.get(0);
  }

  /** The only input, an image whose channels are where this layer looks for them. */
  KerasTensor image() {
    KerasTensor input = input();
    if (!input.isImage()) {
      throw new InvalidInputException(
          "its input is not an image of rows, columns and channels; put a Reshape before it");
    }
    requireOrder(input, dataFormat(input.order()));
    return input;
  }

  /** Where the layer looks for the channels. */
  ChannelOrder dataFormat(ChannelOrder otherwise) {
    String format = config().text("data_format", "");
    return switch (format) {
      case "channels_first" -> ChannelOrder.CHANNELS_FIRST;
      case "channels_last" -> ChannelOrder.CHANNELS_LAST;
      case "", "default" -> otherwise;
      default ->
          throw new InvalidInputException(
              "unknown data_format '"
                  + format
                  + "'; expected one of channels_first, channels_last");
    };
  }

  private static void requireOrder(KerasTensor input, ChannelOrder order) {
    if (input.order() != order) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "it takes %s where the layer before it gives %s; use one data_format for all layers",
              order.name().toLowerCase(Locale.ROOT),
              input.order().name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Remembers what a batch normalization knows of its input, from its training. */
  void remember(float[] mean, float[] variance) {
    if (input().node() > 0) {
      normalized = new NormalizedLayer(input().node(), mean, variance);
    }
  }

  /** What was remembered; null for nothing. */
  NormalizedLayer normalized() {
    return normalized;
  }

  /** Adds the layer's node on top of its only input, whose axes stay. */
  KerasTensor add(Operation operation, Operation nonlinearity) {
    return add(input(), operation, nonlinearity);
  }

  /** Adds the layer's node; what it gives has the axes of {@code below}. */
  KerasTensor add(KerasTensor below, Operation operation, Operation nonlinearity) {
    return add(nodeName, List.of(below.node()), below, operation, nonlinearity);
  }

  /** Adds a node of all inputs, which gives what has the axes of the first. */
  KerasTensor merge(Operation operation) {
    List<Integer> nodes = inputs.stream().map(KerasTensor::node).toList();
    return add(nodeName, nodes, inputs.get(0), operation, null);
  }

  /** Adds the first of two nodes that a layer is made of. */
  KerasTensor addPart(KerasTensor below, Operation operation) {
    return add(nodeName + "/1", List.of(below.node()), below, operation, null);
  }

  private KerasTensor add(
      String name,
      List<Integer> below,
      KerasTensor like,
      Operation operation,
      Operation nonlinearity) {
    int number = network.add(new Node(name, below, operation, nonlinearity));
    return like.at(number, network.shape(number));
  }
}
