package io.github.unitscope.convnet.keras;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.unitscope.convnet.keras.KerasLayer.CallName;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The layers of a Keras model, as its JSON describes them.
 *
 * @param layers in the order of the file
 * @param sequential whether it is a stack; its layers then have the calls that the stack means
 */
record KerasArchitecture(List<KerasLayer> layers, boolean sequential) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(100)
                      .maxTokenCount(1_000_000)
                      .build())
              .build());

  /** More than any network has. */
  private static final int MOST_LAYERS = 5000;

  private static final String SEQUENTIAL = "Sequential";
  private static final Set<String> MODELS = Set.of("Model", "Functional", SEQUENTIAL);

  /**
   * Reads a description.
   *
   * @throws InvalidInputException if it is none of a Sequential or Functional model
   */
  static KerasArchitecture parse(String json) {
    JsonNode root = tree(json);
    String kind = root.path("class_name").asText("");
    JsonNode config = root.path("config");
    JsonNode layers = config.isArray() ? config : config.path("layers");
    if (!isModel(kind) || !layers.isArray()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "it holds a Keras model of the kind '%s'; expected Sequential or Functional",
              kind));
    }
    if (layers.size() > MOST_LAYERS) {
      throw new InvalidInputException("it has more than " + MOST_LAYERS + " layers");
    }
    boolean sequential = kind.equals(SEQUENTIAL);
    List<KerasLayer> read = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode layer : layers) {
      CallName below = read.isEmpty() ? null : new CallName(read.get(read.size() - 1).name(), 0);
      read.add(layer(layer, sequential ? stacked(below) : calls(layer)));
      if (!names.add(read.get(read.size() - 1).name())) {
        throw new InvalidInputException(
            "two layers have the name " + read.get(read.size() - 1).name());
      }
    }
    if (read.stream().mapToInt(layer -> layer.calls().size()).sum() > MOST_LAYERS) {
      throw new InvalidInputException("its layers are called more than " + MOST_LAYERS + " times");
    }
    return new KerasArchitecture(List.copyOf(read), sequential);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new InvalidInputException("its description of the architecture is not JSON", e);
    }
  }

  /** Whether a kind of layers is a model of its own. */
  static boolean isModel(String kind) {
    return MODELS.contains(kind);
  }

  private static KerasLayer layer(JsonNode json, List<List<CallName>> calls) {
    JsonNode config = json.path("config");
    String name = json.path("name").asText(config.path("name").asText());
    return new KerasLayer(json.path("class_name").asText(), name, new LayerConfig(config), calls);
  }

  private static List<List<CallName>> stacked(CallName below) {
    return List.of(below == null ? List.of() : List.of(below));
  }

  /**
   * A list of calls, each of which is a list of inputs: name, number of the call, of the output.
   */
  private static List<List<CallName>> calls(JsonNode layer) {
    List<List<CallName>> calls = new ArrayList<>();
    for (JsonNode call : layer.path("inbound_nodes")) {
      List<CallName> inputs = new ArrayList<>();
      for (JsonNode input : call) {
        if (!input.path(0).isTextual() || input.path(2).asInt(0) != 0) {
          throw new InvalidInputException(
              "the inputs of layer "
                  + layer.path("name").asText()
                  + " cannot be resolved: "
                  + input);
        }
        inputs.add(new CallName(input.path(0).textValue(), input.path(1).asInt(0)));
      }
      calls.add(inputs);
    }
    return calls.isEmpty() ? List.of(List.of()) : calls;
  }

  /** Whether there is such a layer, other than the image. */
  boolean has(String name) {
    return layers.stream().anyMatch(layer -> layer.name().equals(name) && !layer.isInput());
  }
}
