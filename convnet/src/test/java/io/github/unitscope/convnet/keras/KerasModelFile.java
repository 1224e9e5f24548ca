package io.github.unitscope.convnet.keras;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.importing.ImportFile;
import io.github.unitscope.convnet.importing.ImportRequest;
import io.github.unitscope.convnet.importing.ModelImporters;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes small Keras models, with weights drawn for them, as Keras 2 does. */
final class KerasModelFile {
  private final String kind;
  private final List<String> layers = new ArrayList<>();
  private final Map<String, float[]> weights = new LinkedHashMap<>();
  private final Map<String, int[]> shapes = new LinkedHashMap<>();
  private final SplitMix64 random = Seed.root(3).stream();

  private KerasModelFile(String kind) {
    this.kind = kind;
  }

  static KerasModelFile sequential() {
    return new KerasModelFile("Sequential");
  }

  static KerasModelFile functional() {
    return new KerasModelFile("Functional");
  }

  /**
   * Adds a layer of a stack, or the input of a graph.
   *
   * @param config its settings beside the name, in JSON with single quotes
   */
  KerasModelFile layer(String layerKind, String name, String config) {
    return layer(layerKind, name, config, "");
  }

  /**
   * Adds a layer of a graph.
   *
   * @param calls the names of the inputs of every call: "a b" or, for call 1 of b, "a b#1"
   */
  KerasModelFile layer(String layerKind, String name, String config, String... calls) {
    StringBuilder inbound = new StringBuilder();
    for (String call : calls) {
      List<String> inputs = new ArrayList<>();
      for (String input : call.split(" ")) {
        String[] parts = (input + "#0").split("#");
        inputs.add(
            input.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "['%s',%s,0,{}]", parts[0], parts[1]));
      }
      String all = String.join(",", inputs);
      inbound.append(inbound.length() == 0 ? "" : ",").append(all.isEmpty() ? "" : "[" + all + "]");
    }
    layers.add(
        String.format(
            Locale.ROOT,
            "{'class_name':'%s','name':'%s','inbound_nodes':[%s],'config':{'name':'%s'%s%s}}",
            layerKind,
            name,
            inbound,
            name,
            config.isEmpty() ? "" : ",",
            config));
    return this;
  }

  /** Draws an array of the layer that was added last. */
  KerasModelFile weights(String layer, String array, int... shape) {
    float[] values = new float[Arrays.stream(shape).reduce(1, (a, b) -> a * b)];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian() / 2;
    }
    return weights(layer, array, values, shape);
  }

  KerasModelFile weights(String layer, String array, float[] values, int... shape) {
    weights.put(layer + "|" + array, values);
    shapes.put(layer + "|" + array, shape);
    return this;
  }

  float[] values(String layer, String array) {
    return weights.get(layer + "|" + array);
  }

  Path write(Path path) throws IOException {
    Files.deleteIfExists(path);
    try (WritableHdfFile file = HdfFile.write(path)) {
      String json = "{'class_name':'" + kind + "','config':{'layers':[%s]}}";
      file.putAttribute(
          "model_config",
          String.format(Locale.ROOT, json, String.join(",", layers)).replace('\'', '"'));
      WritableGroup all = file.putGroup("model_weights");
      Map<String, WritableGroup> groups = new LinkedHashMap<>();
      for (Map.Entry<String, float[]> entry : weights.entrySet()) {
        String[] name = entry.getKey().split("\\|");
        WritableGroup group = groups.get(name[0]);
        if (group == null) {
          group = all.putGroup(name[0]).putGroup(name[0]);
          groups.put(name[0], group);
        }
        int[] at = {0};
        group.putDataset(
            name[1] + ":0", nested(entry.getValue(), shapes.get(entry.getKey()), 0, at));
      }
    }
    return path;
  }

  private static Object nested(float[] values, int[] shape, int axis, int[] at) {
    if (axis == shape.length - 1) {
      at[0] += shape[axis];
      return Arrays.copyOfRange(values, at[0] - shape[axis], at[0]);
    }
    Object first = nested(values, shape, axis + 1, at);
    Object array = Array.newInstance(first.getClass(), shape[axis]);
    Array.set(array, 0, first);
    for (int i = 1; i < shape[axis]; i++) {
      Array.set(array, i, nested(values, shape, axis + 1, at));
    }
    return array;
  }

  static ConvNetwork read(Path file, String until) {
    ImportRequest request = new ImportRequest(until, InputDeclaration.UNIT, List.of());
    return ModelImporters.read(ImportFile.open(file), request).network();
  }
}
