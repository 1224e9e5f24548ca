package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ImportedNetwork;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.message.InvalidInputException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;

/** Keras files: HDF5 that was damaged, and descriptions of other networks in sound HDF5. */
@Tag("slow")
class HostileKerasTest {
  private static final Reading KERAS = new Reading("keras");

  /** An import takes some milliseconds. */
  private static final Search SEARCH = new Search(10);

  private static final String LAYERS =
      """
      {"class_name": "Sequential", "config": {"name": "small", "layers": [
       {"class_name": "Conv2D", "config": {"name": "conv", "trainable": true,
        "batch_input_shape": [null, 6, 6, 1], "dtype": "float32", "filters": 2,
        "kernel_size": [3, 3], "strides": [1, 1], "padding": "valid",
        "data_format": "channels_last", "dilation_rate": [1, 1], "activation": "relu",
        "use_bias": true, "kernel_initializer": {"class_name": "Zeros", "config": {}},
        "bias_initializer": {"class_name": "Zeros", "config": {}}, "kernel_regularizer": null,
        "bias_regularizer": null, "activity_regularizer": null, "kernel_constraint": null,
        "bias_constraint": null}},
       {"class_name": "Flatten", "config": {"name": "flat", "trainable": true,
        "data_format": "channels_last"}},
       {"class_name": "Dense", "config": {"name": "dense", "trainable": true, "units": 3,
        "activation": "softmax",
        "use_bias": true, "kernel_initializer": {"class_name": "Zeros", "config": {}},
        "bias_initializer": {"class_name": "Zeros", "config": {}}, "kernel_regularizer": null,
        "bias_regularizer": null, "activity_regularizer": null, "kernel_constraint": null,
        "bias_constraint": null}}]}}
      """;

  /** A sound file with a convolution and a dense layer. */
  static final byte[] FILE = file(LAYERS);

  @AfterContainer
  static void end() {
    KERAS.close();
  }

  private static byte[] file(String layers) {
    return file(layers, new float[3]);
  }

  private static byte[] file(String layers, float[] bias) {
    Path path = KERAS.folder().resolve("made.h5");
    try {
      Files.deleteIfExists(path);
      try (WritableHdfFile file = HdfFile.write(path)) {
        file.putAttribute("model_config", layers);
        file.putAttribute("keras_version", "2.2.4");
        WritableGroup weights = file.putGroup("model_weights");
        put(weights, "conv", new float[3][3][1][2], new float[2]);
        put(weights, "dense", new float[32][3], bias);
      }
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(WritableGroup weights, String layer, Object kernel, float[] bias) {
    WritableGroup inner = weights.putGroup(layer).putGroup(layer);
    inner.putDataset("kernel:0", kernel);
    inner.putDataset("bias:0", bias);
  }

  private static ImportedNetwork read(Path file) {
    return ModelImporters.read(
        ImportFile.open(file), new ImportRequest(null, InputDeclaration.UNIT, List.of()));
  }

  @Provide
  static Arbitrary<List<Mutation>> bytes() {
    return ByteMutation.any().list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  static Arbitrary<List<Mutation>> texts() {
    return Arbitraries.oneOf(JsonMutation.any(), JsonMutation.numbers())
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }

  @Example
  void whatIsNotChangedIsRead() {
    Path file = KERAS.write("model.h5", FILE);
    assertEquals(3, read(file).network().layers().size());
  }

  @Example
  void aLayerThatWouldRunCodeIsRefusedByName() {
    String message =
        refusal(LAYERS.replace("\"Flatten\"", "\"Lambda\"").replace("\"flat\"", "\"evil\""));
    assertTrue(
        message.contains("layer evil cannot be imported: unsupported layer kind 'Lambda'"),
        message);
  }

  /** No room is made for what layers say; only for what is in the file. */
  @Example
  void weightsOfOtherLayersAreRefused() {
    String larger = refusal(LAYERS.replace("[null, 6, 6, 1]", "[null, 46341, 64, 1]"));
    assertTrue(larger.contains("layer dense cannot be imported: its kernel has"), larger);
    String other = refusal(LAYERS.replace("[null, 6, 6, 1]", "[null, 6, 7, 1]"));
    assertTrue(other.contains("its kernel has the shape [32, 3] where [40, 3]"), other);
    String units = refusal(LAYERS.replace("\"units\": 3", "\"units\": 2000000000"));
    assertTrue(units.contains("where [32, 2000000000] is needed"), units);
  }

  private static final String INPUT =
      """
      {"class_name": "Model", "config": {"name": "graph", "layers": [
       {"class_name": "InputLayer", "name": "in", "inbound_nodes": [], "config":
        {"name": "in", "batch_input_shape": [null, 6, 6, 1], "dtype": "float32"}}
      """;

  private static String addition(String name, String... inputs) {
    String calls =
        Stream.of(inputs)
            .map(input -> String.format(Locale.ROOT, "[\"%s\", 0, 0, {}]", input))
            .collect(Collectors.joining(", "));
    return layer("Add", name, "[" + calls + "]", "");
  }

  private static String relu(String name, String input) {
    return layer(
        "Activation", name, "[[\"" + input + "\", 0, 0, {}]]", ", \"activation\": \"relu\"");
  }

  private static String layer(String kind, String name, String calls, String more) {
    return String.format(
        Locale.ROOT,
        ", {\"class_name\": \"%s\", \"name\": \"%s\", \"inbound_nodes\": [%s],"
            + " \"config\": {\"name\": \"%s\", \"trainable\": true%s}}",
        kind,
        name,
        calls,
        name,
        more);
  }

  private static String graph(String layers, String last) {
    return INPUT
        + layers
        + "], \"input_layers\": [[\"in\", 0, 0]], \"output_layers\": [[\""
        + last
        + "\", 0, 0]]}}";
  }

  private static ImportedNetwork readInTime(String layers) {
    byte[] bytes = file(layers);
    Path file = KERAS.write("model.h5", bytes);
    ImportedNetwork[] imported = new ImportedNetwork[1];
    KERAS.check(bytes.length, () -> imported[0] = read(file));
    return imported[0];
  }

  /** An ordering that follows every path would take twice as long with each x + x. */
  @Example
  void additionsThatUseAnInputTwiceTakeNoLonger() {
    StringBuilder layers = new StringBuilder();
    String last = "in";
    for (int i = 1; i <= 30; i++) {
      layers.append(addition("sum" + i, last, last));
      last = "sum" + i;
    }
    ConvNetwork network = readInTime(graph(layers.toString(), last)).network();
    assertEquals(30, network.layers().size());
    assertEquals(List.of(0, 0), network.nodes().get(0).inputs());
    assertEquals(List.of(29, 29), network.nodes().get(29).inputs());
  }

  /** As in a deep ResNet. */
  @Example
  void aChainOfResidualBlocksTakesNoLonger() {
    StringBuilder layers = new StringBuilder(relu("relu0", "in"));
    layers.append(addition("sum0", "relu0", "relu0", "relu0"));
    for (int i = 1; i <= 100; i++) {
      layers.append(relu("relu" + i, "sum" + (i - 1)));
      layers.append(addition("sum" + i, "relu" + i, "sum" + (i - 1)));
    }
    ConvNetwork network = readInTime(graph(layers.toString(), "sum100")).network();
    assertEquals(202, network.layers().size());
    assertEquals(List.of(1, 1, 1), network.nodes().get(1).inputs());
  }

  /** Both calls have the same input: another importer joined them to a sum of four. */
  @Example
  void aLayerThatIsCalledTwiceIsTwoNodes() {
    String calls =
        "[[\"in\", 0, 0, {}], [\"one\", 0, 0, {}]], [[\"two\", 0, 0, {}], [\"three\", 0, 0, {}]]";
    String layers = relu("one", "in") + relu("two", "one") + relu("three", "two");
    ConvNetwork network =
        readInTime(graph(layers + layer("Add", "sum", calls, ""), "sum")).network();
    assertEquals(
        List.of("one", "two", "sum", "three", "sum/call2"),
        network.layers().stream().map(Layer::name).toList());
    assertEquals(List.of(0, 1), network.nodes().get(2).inputs());
    assertEquals(List.of(2, 4), network.nodes().get(4).inputs());
  }

  @Example
  void layersThatWaitForEachOtherAreRefused() {
    String message = refusal(graph(relu("one", "two") + relu("two", "one"), "two"));
    assertTrue(message.contains("form a cycle"), message);
  }

  @Example
  void weightsThatAreNoNumbersAreRefused() {
    for (float value : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      float[] bias = {0, value, 0};
      Path file = KERAS.write("model.h5", file(LAYERS, bias));
      String message = assertThrows(InvalidInputException.class, () -> read(file)).getMessage();
      assertTrue(
          message.contains("layer dense cannot be imported: its bias has the value " + value),
          message);
      assertTrue(message.contains(file.toString()), message);
    }
  }

  private static String refusal(String layers) {
    Path file = KERAS.write("model.h5", file(layers));
    try {
      read(file);
      return "";
    } catch (InvalidInputException e) {
      e.printStackTrace(System.out);
      return e.getMessage();
    }
  }

  @Property(seed = "10", edgeCases = EdgeCasesMode.NONE)
  void files(@ForAll("bytes") List<Mutation> mutations) {
    if (!SEARCH.goesOn()) {
      return;
    }
    byte[] bytes = Mutation.all(FILE, mutations);
    Path file = KERAS.write("model.h5", bytes);
    KERAS.check(bytes.length, () -> read(file));
  }

  @Property(seed = "11", edgeCases = EdgeCasesMode.NONE)
  void descriptions(@ForAll("texts") List<Mutation> mutations) {
    if (!SEARCH.goesOn()) {
      return;
    }
    byte[] text = Mutation.all(LAYERS.getBytes(StandardCharsets.UTF_8), mutations);
    byte[] bytes = file(new String(text, StandardCharsets.UTF_8));
    Path file = KERAS.write("model.h5", bytes);
    KERAS.check(bytes.length, () -> read(file));
  }
}
