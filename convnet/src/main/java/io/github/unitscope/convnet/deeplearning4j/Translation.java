package io.github.unitscope.convnet.deeplearning4j;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Turns networks of Deeplearning4j into ours, as they are at inference: dropout does nothing, batch
 * normalization is a scale and a shift. Whether their arrays are NCHW or NHWC makes no difference
 * to what comes out: images go in as [channels, height, width].
 */
public final class Translation {
  private final ImageShape shape;
  private final InputDeclaration input;
  private final List<String> classes;

  /**
   * @param shape of the images
   * @param input what the network was trained on
   * @param classes names of the classes; empty for numbers
   */
  public Translation(ImageShape shape, InputDeclaration input, List<String> classes) {
    this.shape = shape;
    this.input = input;
    this.classes = List.copyOf(classes);
  }

  /**
   * Translates a stack of layers.
   *
   * @throws InvalidInputException if a layer is of a kind that is not known; the message names it,
   *     and the layers that can be had without it
   */
  public ConvNetwork of(MultiLayerNetwork network) {
    return translate(network).network();
  }

  /** As {@link #of(MultiLayerNetwork)}, with what the network remembers of its training. */
  public Translated translate(MultiLayerNetwork network) {
    NodeList nodes = new NodeList();
    String below = NodeList.IMAGE;
    for (int i = 0; i < network.getnLayers(); i++) {
      var layer = network.getLayer(i);
      String given = layer.conf().getLayer().getLayerName();
      String name = given == null ? "layer" + (i + 1) : given;
      below =
          nodes.addLayer(
              name, below, layer, network.getLayerWiseConfigurations().getInputPreProcess(i));
    }
    return network(nodes);
  }

  /**
   * Translates a graph of layers.
   *
   * @throws InvalidInputException if it has several inputs, or a layer is of a kind that is not
   *     known; the message names it, and the layers that can be had without it
   */
  public ConvNetwork of(ComputationGraph graph) {
    return translate(graph).network();
  }

  /** As {@link #of(ComputationGraph)}, with what the network remembers of its training. */
  public Translated translate(ComputationGraph graph) {
    return translate(graph, Set.of());
  }

  /**
   * As {@link #translate(ComputationGraph)}.
   *
   * @param copies names of layers that give what they get, and become no nodes
   */
  public Translated translate(ComputationGraph graph, Set<String> copies) {
    var configuration = graph.getConfiguration();
    if (configuration.getNetworkInputs().size() != 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the network has the inputs %s: only one is possible",
              configuration.getNetworkInputs()));
    }
    NodeList nodes = new NodeList();
    nodes.nameImage(configuration.getNetworkInputs().get(0));
    for (int index : graph.topologicalSortOrder()) {
      String name = graph.getVertices()[index].getVertexName();
      GraphVertex vertex = configuration.getVertices().get(name);
      if (vertex instanceof LayerVertex layer) {
        String below = configuration.getVertexInputs().get(name).get(0);
        if (copies.contains(name) && layer.getPreProcessor() == null) {
          nodes.addName(name, below);
          continue;
        }
        nodes.addLayer(name, below, graph.getLayer(name), layer.getPreProcessor());
      } else if (vertex != null) {
        nodes.addVertex(name, configuration.getVertexInputs().get(name), vertex);
      }
    }
    return network(nodes);
  }

  private Translated network(NodeList nodes) {
    ConvNetwork network = new ConvNetwork(shape, input, nodes.nodes(), classes);
    return new Translated(network, nodes.normalized());
  }
}
