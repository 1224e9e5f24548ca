package io.github.unitscope.convnet.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Set;

/** Which kinds of Keras layers become operations of ours. */
final class KerasKinds {
  private static final Set<String> KNOWN =
      Set.of(
          "InputLayer",
          "Conv2D",
          "DepthwiseConv2D",
          "SeparableConv2D",
          "Dense",
          "MaxPooling2D",
          "AveragePooling2D",
          "GlobalMaxPooling2D",
          "GlobalAveragePooling2D",
          "BatchNormalization",
          "Activation",
          "ReLU",
          "LeakyReLU",
          "Softmax",
          "Add",
          "Concatenate",
          "Flatten",
          "Reshape",
          "Dropout",
          "ZeroPadding2D");

  private KerasKinds() {}

  /** The name of the first layer of an unknown kind; null if there is none. */
  static String firstUnknown(ArrayNode layers) {
    for (JsonNode layer : layers) {
      if (!KNOWN.contains(layer.path("class_name").asText())) {
        return layer.path("name").asText();
      }
    }
    return null;
  }

  static String kind(ArrayNode layers, String name) {
    for (JsonNode layer : layers) {
      if (layer.path("name").asText().equals(name)) {
        return layer.path("class_name").asText();
      }
    }
    return "";
  }
}
