package io.github.unitscope.convnet.keras;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The layers of a Keras model, as its JSON describes them. */
final class KerasArchitecture {
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

  private final Path path;
  private final ObjectNode root;
  private final Set<String> copies;

  private KerasArchitecture(Path path, ObjectNode root, Set<String> copies) {
    this.path = path;
    this.root = root;
    this.copies = Set.copyOf(copies);
  }

  /**
   * @param version of Keras, which decides what the layers are called
   */
  static KerasArchitecture parse(Path path, String json, String version) {
    try {
      JsonNode root = MAPPER.readTree(json);
      String kind = root.path("class_name").asText("");
      JsonNode config = root.path("config");
      requireFew(path, Math.max(config.path("layers").size(), config.size()));
      boolean known = Set.of("Model", "Functional", SEQUENTIAL).contains(kind);
      if (known && (config.path("layers").isArray() || config.isArray())) {
        // The importer looks for these in the JSON, where Keras does not put them.
        ((ObjectNode) root).put("keras_version", version).put("backend", "tensorflow");
        return new KerasArchitecture(path, (ObjectNode) root, Set.of());
      }
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s holds a Keras model of the kind '%s': Sequential and Functional can be read",
              path,
              kind));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(path + " describes its architecture in no JSON", e);
    }
  }

  private static void requireFew(Path path, int layers) {
    if (layers > MOST_LAYERS) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%s has more than %d layers", path, MOST_LAYERS));
    }
  }

  String json() {
    return root.toString();
  }

  boolean isSequential() {
    return root.path("class_name").asText().equals(SEQUENTIAL);
  }

  private ArrayNode layers() {
    JsonNode config = root.path("config");
    return (ArrayNode) (config.isArray() ? config : config.path("layers"));
  }

  private static String name(JsonNode layer) {
    return layer.path("name").asText(layer.path("config").path("name").asText());
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    layers().forEach(layer -> names.add(name(layer)));
    return names;
  }

  /** The shape of the images, whatever the order of their arrays. */
  ImageShape inputShape() {
    JsonNode shape = layers().path(0).path("config").path("batch_input_shape");
    if (shape.size() != 4) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%s takes input of shape %s, which is no image", path, shape));
    }
    boolean channelsFirst = layers().toString().contains("\"channels_first\"");
    int channels = shape.path(channelsFirst ? 1 : 3).asInt();
    int height = shape.path(channelsFirst ? 2 : 1).asInt();
    int width = shape.path(channelsFirst ? 3 : 2).asInt();
    if (channels < 1 || height < 1 || width < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s takes images of any size, %s: save it with a fixed one",
              path,
              shape));
    }
    return new ImageShape(channels, height, width);
  }

  /**
   * The same model without what does not lead to a layer.
   *
   * @throws InvalidInputException if there is no such layer
   */
  KerasArchitecture until(String last) {
    if (!names().contains(last)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s has no layer '%s': choose one of %s",
              path,
              last,
              String.join(", ", names())));
    }
    Set<String> needed = new HashSet<>();
    if (isSequential()) {
      needed.addAll(names().subList(0, names().indexOf(last) + 1));
    } else {
      Map<String, JsonNode> byName = new HashMap<>();
      layers().forEach(layer -> byName.put(name(layer), layer));
      collect(last, byName, needed);
    }
    KerasArchitecture cut = new KerasArchitecture(path, root.deepCopy(), copies);
    ArrayNode kept = cut.layers();
    kept.removeAll();
    for (JsonNode layer : layers()) {
      if (needed.contains(name(layer))) {
        kept.add(layer);
      }
    }
    if (!isSequential()) {
      ((ObjectNode) cut.root.path("config"))
          .putArray("output_layers")
          .addArray()
          .add(last)
          .add(0)
          .add(0);
    }
    return cut;
  }

  private static void collect(String last, Map<String, JsonNode> byName, Set<String> needed) {
    Deque<String> open = new ArrayDeque<>(List.of(last));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name) && byName.containsKey(name)) {
        open.addAll(inputs(byName.get(name)));
      }
    }
  }

  private static List<String> inputs(JsonNode layer) {
    List<String> inputs = new ArrayList<>();
    layer
        .path("inbound_nodes")
        .forEach(call -> call.forEach(input -> inputs.add(input.path(0).asText())));
    return inputs;
  }

  /**
   * Lets only kinds of layers through that are known, before the importer sees any.
   *
   * @throws InvalidInputException that says which layer is not, and what can be had without it
   */
  void requireKnown(Path file) {
    for (int number = 0; number < layers().size(); number++) {
      String kind = layers().get(number).path("class_name").asText();
      if (!KerasKinds.isKnown(kind)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: layer %s is of a kind that is not known, %s; the layers that can be looked at without it: %s (import with --until)",
                file,
                names().get(number),
                kind,
                String.join(", ", names().subList(0, number))));
      }
    }
  }

  /**
   * The same without layers that take an input twice; see {@link #copies}.
   *
   * @throws InvalidInputException if a layer is called more than once
   */
  KerasArchitecture forImporter() {
    ObjectNode changed = root.deepCopy();
    KerasArchitecture distinct = new KerasArchitecture(path, changed, copies);
    KerasCalls.requireOne(path, distinct.layers());
    Set<String> added = KerasCalls.makeInputsDistinct(distinct.layers());
    requireFew(path, distinct.layers().size());
    return new KerasArchitecture(path, changed, added);
  }

  /** The names of layers that give what they get, and are none of the model. */
  Set<String> copies() {
    return copies;
  }

  /** Says that the importer cannot read these layers. */
  InvalidInputException unreadable(Path file, Throwable cause) {
    String why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s cannot be imported (%s): damaged, or import less of it with --until LAYER",
            file,
            why),
        cause);
  }
}
