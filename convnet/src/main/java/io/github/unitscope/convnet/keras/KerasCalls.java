package io.github.unitscope.convnet.keras;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which layers of a graph a layer takes its inputs from: {@code inbound_nodes}, a list of calls,
 * each of which is a list of inputs.
 */
final class KerasCalls {
  private static final String CALLS = "inbound_nodes";

  private KerasCalls() {}

  /**
   * Refuses layers that are called again with other inputs: the importer joins the calls to one.
   *
   * @throws InvalidInputException that names the layer
   */
  static void requireOne(Path file, JsonNode layers) {
    for (JsonNode layer : layers) {
      int calls = layer.path(CALLS).size();
      if (calls > 1) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: layer %s is called %d times, and only networks that call each layer once can be read",
                file,
                name(layer),
                calls));
      }
    }
  }

  private static String name(JsonNode layer) {
    return layer.path("name").asText();
  }

  /**
   * Lets no layer take an input twice: a layer that changes nothing comes between. The importer's
   * ordering follows every path, and with x + x in a row their number doubles each time.
   *
   * @param layers that are changed
   * @return the names of the layers that are new
   */
  static Set<String> makeInputsDistinct(ArrayNode layers) {
    Set<String> names = new HashSet<>();
    layers.forEach(layer -> names.add(name(layer)));
    Set<String> copies = new LinkedHashSet<>();
    List<JsonNode> all = new ArrayList<>();
    for (JsonNode layer : layers) {
      for (ArrayNode repeated : repeatedInputs(layer)) {
        String copy = unused(copies.size(), names);
        copies.add(copy);
        all.add(identity(layers, copy, repeated));
        repeated.set(0, copy);
      }
      all.add(layer);
    }
    layers.removeAll().addAll(all);
    return copies;
  }

  private static List<ArrayNode> repeatedInputs(JsonNode layer) {
    List<ArrayNode> repeated = new ArrayList<>();
    for (JsonNode call : layer.path(CALLS)) {
      Set<JsonNode> seen = new HashSet<>();
      for (JsonNode input : call) {
        if (!seen.add(input.path(0)) && input instanceof ArrayNode reference) {
          repeated.add(reference);
        }
      }
    }
    return repeated;
  }

  private static String unused(int number, Set<String> names) {
    String name = "again" + number;
    while (!names.add(name)) {
      name += "+";
    }
    return name;
  }

  private static ObjectNode identity(ArrayNode layers, String name, ArrayNode input) {
    ObjectNode layer = layers.objectNode().put("class_name", "Activation").put("name", name);
    layer.putObject("config").put("name", name).put("trainable", false).put("activation", "linear");
    layer.putArray(CALLS).addArray().add(input.deepCopy());
    return layer;
  }
}
