package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.NormalizedLayer;
import io.github.unitscope.convnet.operation.Addition;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Concatenation;
import io.github.unitscope.convnet.operation.Operation;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.PreprocessorVertex;
import org.deeplearning4j.nn.conf.graph.ReshapeVertex;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;

/** The nodes that have been translated so far, by the names of their layers. */
final class NodeList {
  /** What the image is called until it gets the name of a graph's input. */
  static final String IMAGE = "";

  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>(Map.of(IMAGE, 0));
  private NormalizedLayer normalized;
  private ChannelOrder order = ChannelOrder.CHANNELS_FIRST;

  /** What the first batch normalization remembers; null if there is none. */
  NormalizedLayer normalized() {
    return normalized;
  }

  private void remember(String below, Layer layer) {
    if (normalized == null && layer.conf().getLayer() instanceof BatchNormalization batch) {
      int number = numbers.get(below);
      if (number > 0) {
        float[] mean = NdValues.vector(layer.getParam("mean"));
        normalized = new NormalizedLayer(number, mean, LayerKinds.variance(layer, batch));
      }
    }
  }

  void nameImage(String name) {
    numbers.put(name, 0);
  }

  /** Another name for what has one. */
  void addName(String name, String other) {
    numbers.put(name, numbers.get(other));
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Adds a layer and what comes before it; returns its name. */
  String addLayer(String name, String below, Layer layer, InputPreProcessor preprocessor) {
    String input = preprocessor == null ? below : addPreprocessor(name, below, preprocessor);
    TranslatedLayer translated = LayerKinds.translate(layer);
    if (translated == null) {
      throw unknown(name, layer.conf().getLayer().getClass().getSimpleName());
    }
    remember(input, layer);
    order = translated.order() == null ? order : translated.order();
    for (int i = 0; i < translated.before().size(); i++) {
      String part = name + "/" + (i + 1);
      add(part, List.of(input), translated.before().get(i), null);
      input = part;
    }
    add(name, List.of(input), translated.operation(), translated.nonlinearity());
    return name;
  }

  void addVertex(String name, List<String> inputs, GraphVertex vertex) {
    if (vertex instanceof PreprocessorVertex preprocessor) {
      Operation operation = reshape(preprocessor.getPreProcessor());
      if (operation == null) {
        throw unknown(name, preprocessor.getPreProcessor().getClass().getSimpleName());
      }
      add(name, inputs, operation, null);
    } else if (vertex instanceof ElementWiseVertex sum && sum.getOp() == ElementWiseVertex.Op.Add) {
      add(name, inputs, Addition.OF_ALL, null);
    } else if (vertex instanceof MergeVertex) {
      add(name, inputs, Concatenation.OF_CHANNELS, null);
    } else if (vertex instanceof ReshapeVertex reshape) {
      long[] shape = Arrays.stream(reshape.getNewShape()).skip(1).asLongStream().toArray();
      add(name, inputs, reshape(shape), null);
    } else {
      throw unknown(name, vertex.getClass().getSimpleName());
    }
  }

  private String addPreprocessor(String name, String below, InputPreProcessor preprocessor) {
    Operation operation = reshape(preprocessor);
    if (operation == null) {
      throw unknown(name, preprocessor.getClass().getSimpleName());
    }
    String part = name + "/flat";
    add(part, List.of(below), operation, null);
    return part;
  }

  private Operation reshape(InputPreProcessor preprocessor) {
    if (preprocessor instanceof CnnToFeedForwardPreProcessor flatten) {
      return Reshape.flatten(
          flatten.getFormat() == CNN2DFormat.NHWC
              ? ChannelOrder.CHANNELS_LAST
              : ChannelOrder.CHANNELS_FIRST);
    }
    if (preprocessor instanceof ReshapePreprocessor reshape) {
      long[] target = reshape.getTargetShape();
      boolean batch = reshape.isHasMiniBatchDimension();
      return reshape(batch ? Arrays.copyOfRange(target, 1, target.length) : target);
    }
    return null;
  }

  private Operation reshape(long[] target) {
    if (target.length == 1) {
      return Reshape.flatten(order);
    }
    if (target.length != 3) {
      return null;
    }
    int[] sizes = Arrays.stream(target).mapToInt(Math::toIntExact).toArray();
    ImageShape shape =
        order == ChannelOrder.CHANNELS_LAST
            ? new ImageShape(sizes[2], sizes[0], sizes[1])
            : new ImageShape(sizes[0], sizes[1], sizes[2]);
    return new Reshape(shape, order);
  }

  private void add(String name, List<String> inputs, Operation operation, Operation nonlinearity) {
    if (operation == null) {
      throw unknown(name, "Reshape");
    }
    nodes.add(new Node(name, inputs.stream().map(numbers::get).toList(), operation, nonlinearity));
    numbers.put(name, nodes.size());
  }

  private InvalidInputException unknown(String name, String kind) {
    String possible =
        nodes.isEmpty() ? "none" : nodes.stream().map(Node::name).collect(Collectors.joining(", "));
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "layer %s is of a kind that is not known, %s; the layers that can be looked at without it: %s (import with --until)",
            name,
            kind,
            possible));
  }
}
