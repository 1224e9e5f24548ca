package io.github.unitscope.experiments.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.deeplearning4j.Translated;
import io.github.unitscope.convnet.keras.KerasFile;
import io.github.unitscope.network.InvalidInputException;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Keras files: HDF5 that was damaged, and descriptions of other networks in sound HDF5. */
class HostileKerasTest {
  private static final Reading KERAS = new Reading("keras");

  /** The importer takes some milliseconds. */
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
    Path path = KERAS.folder().resolve("made.h5");
    try {
      Files.deleteIfExists(path);
      try (WritableHdfFile file = HdfFile.write(path)) {
        file.putAttribute("model_config", layers);
        file.putAttribute("keras_version", "2.2.4");
        WritableGroup weights = file.putGroup("model_weights");
        put(weights, "conv", new float[3][3][1][2], new float[2]);
        put(weights, "dense", new float[32][3], new float[3]);
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

  private static Translated read(Path file) {
    return new KerasFile(file).read(null, InputDeclaration.UNIT, List.of());
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
    assertTrue(message.contains("layer evil is of a kind that is not known, Lambda"), message);
  }

  /** Deeplearning4j makes room for what the layers say and copies what is in the file. */
  @Example
  void weightsOfOtherLayersAreNotCopied() {
    String larger = refusal(LAYERS.replace("[null, 6, 6, 1]", "[null, 46341, 64, 1]"));
    assertTrue(larger.contains("need more weights than"), larger);
    String other = refusal(LAYERS.replace("[null, 6, 6, 1]", "[null, 6, 7, 1]"));
    assertTrue(other.contains("layer dense have the shape [32, 3]"), other);
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
