package io.github.unitscope.convnet.keras;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of a network that Deeplearning4j has made of a description, from the file of that
 * description. The importer would read those of all layers or none, and natively; it makes room for
 * whatever a description says, and copies arrays of other sizes beyond the end of it.
 */
final class KerasWeights {
  private KerasWeights() {}

  /**
   * Before room is made for them.
   *
   * @throws InvalidInputException if there are more weights than the file can have
   */
  static void requireThere(MultiLayerConfiguration configuration, KerasArchive archive) {
    long count = 0;
    for (NeuralNetConfiguration layer : configuration.getConfs()) {
      count = sum(count, layer.getLayer().initializer().numParams(layer), archive);
    }
  }

  /**
   * Before room is made for them.
   *
   * @throws InvalidInputException if there are more weights than the file can have
   */
  static void requireThere(ComputationGraphConfiguration configuration, KerasArchive archive) {
    long count = 0;
    for (GraphVertex vertex : configuration.getVertices().values()) {
      count = sum(count, vertex.numParams(true), archive);
    }
  }

  private static long sum(long before, long more, KerasArchive archive) {
    long most = archive.size() / Float.BYTES;
    if (more < 0 || more > most || before + more > most) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "its layers need more weights than its %d bytes can hold: is it damaged?",
              archive.size()));
    }
    return before + more;
  }

  /**
   * Reads the weights of all layers into the network.
   *
   * @param network the layers that Deeplearning4j has made
   * @param layers of the importer, by their names
   * @throws InvalidInputException if an array has another shape than the layer needs
   */
  static void read(KerasArchive archive, Layer[] network, Map<String, KerasLayer> layers)
      throws InvalidKerasConfigurationException {
    for (Layer layer : network) {
      String name = layer.conf().getLayer().getLayerName();
      KerasLayer keras = layers.get(name);
      if (keras != null && keras.getNumParams() > 0) {
        keras.setWeights(archive.weights(name));
        requireShapes(layer, name, keras.getWeights());
        keras.copyWeightsToLayer(layer);
      }
    }
  }

  private static void requireShapes(Layer layer, String name, Map<String, INDArray> weights) {
    Map<String, INDArray> needed = layer.paramTable();
    if (!weights.keySet().equals(needed.keySet())) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "layer %s has the weights %s where %s are needed",
              name,
              weights.keySet(),
              needed.keySet()));
    }
    needed.forEach(
        (parameter, array) -> {
          INDArray found = weights.get(parameter);
          if (!Arrays.equals(dimensions(found), dimensions(array))) {
            throw new InvalidInputException(
                String.format(
                    Locale.ROOT,
                    "the weights %s of layer %s have the shape %s where %s is needed",
                    parameter,
                    name,
                    Arrays.toString(found.shape()),
                    Arrays.toString(array.shape())));
          }
        });
  }

  /** Without those of 1: biases are rows in Deeplearning4j. */
  private static long[] dimensions(INDArray array) {
    return Arrays.stream(array.shape()).filter(size -> size != 1).toArray();
  }
}
