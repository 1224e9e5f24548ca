package io.github.unitscope.experiments.fault;

import io.github.unitscope.experiments.CommandLine;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;

/** What commands look at: made when the first asks for it. */
final class Materials {
  private static final String PATCHES =
      " --photographs {photographs} --patches 20 --patch-size 6 --epochs 1 --first-epochs 1";

  private static final Map<String, String> RUNS =
      Map.of(
          "rbm", "train dbn --layers 4" + PATCHES,
          "dbn", "train dbn --layers 4,3" + PATCHES,
          "digits", "train dbn --data few-digits --layers 4 --epochs 1",
          "network", "model import {keras} --input unit --unchecked",
          "combined", "combine --model {dbn} --units 0,1",
          "combined7", "combine --model {dbn} --units 0,1 --seed 7");

  /** Three layers on 16 x 16 pixels of three colours. */
  private static final String KERAS =
      """
      {"class_name": "Sequential", "config": {"name": "small", "layers": [
       {"class_name": "Conv2D", "config": {"name": "one", "batch_input_shape": [null, 16, 16, 3],
        "filters": 2, "kernel_size": [3, 3], "strides": [2, 2], "activation": "relu", %1$s}},
       {"class_name": "Conv2D", "config": {"name": "two",
        "filters": 4, "kernel_size": [3, 3], "strides": [2, 2], "activation": "relu", %1$s}},
       {"class_name": "Flatten", "config": {"name": "flat", "trainable": true,
        "data_format": "channels_last"}},
       {"class_name": "Dense", "config": {"name": "dense", "units": 3, "activation": "softmax",
        %1$s}}]}}
      """;

  private static final String COMMON =
      """
      "trainable": true, "dtype": "float32", "padding": "valid", "data_format": "channels_last",
      "dilation_rate": [1, 1], "use_bias": true,
      "kernel_initializer": {"class_name": "Zeros", "config": {}},
      "bias_initializer": {"class_name": "Zeros", "config": {}}, "kernel_regularizer": null,
      "bias_regularizer": null, "activity_regularizer": null, "kernel_constraint": null,
      "bias_constraint": null""";

  private final Path folder;

  /**
   * @param folder where they are made
   */
  Materials(Path folder) {
    this.folder = folder;
  }

  /** The words with paths in place of names in braces. */
  List<String> fill(List<String> words) throws IOException {
    List<String> filled = new ArrayList<>();
    for (String word : words) {
      boolean named = word.startsWith("{");
      filled.add(named ? path(word.substring(1, word.length() - 1)).toString() : word);
    }
    return filled;
  }

  private Path path(String name) throws IOException {
    Path path = folder.resolve(name.equals("keras") ? "small.h5" : name);
    if (!Files.exists(path)) {
      make(name, path);
    }
    return path;
  }

  private void make(String name, Path path) throws IOException {
    switch (name) {
      case "photographs" -> {
        photograph(Files.createDirectories(path).resolve("a.png"), 1);
        photograph(path.resolve("b.png"), 2);
      }
      case "parts" -> Files.writeString(path, "image,part,row,column\n0,top,4,8\n1,top,4,8\n");
      case "keras" -> keras(path);
      default -> {
        List<String> words = fill(Arrays.asList(RUNS.get(name).split(" ")));
        words.addAll(List.of("--threads", "1", "--quiet", "--out", path.toString()));
        CommandLine.succeed(words.toArray());
      }
    }
  }

  private static void photograph(Path file, int seed) throws IOException {
    SplitMix64 random = Seed.root(seed).stream();
    BufferedImage image = new BufferedImage(20, 18, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 20 * 18; i++) {
      image.setRGB(i % 20, i / 20, random.nextInt(1 << 24));
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private static void keras(Path path) {
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putAttribute("model_config", String.format(Locale.ROOT, KERAS, COMMON));
      file.putAttribute("keras_version", "2.2.4");
      WritableGroup weights = file.putGroup("model_weights");
      SplitMix64 random = Seed.root(3).stream();
      put(weights, "one", kernel(random, 3, 2), new float[2]);
      put(weights, "two", kernel(random, 2, 4), new float[4]);
      put(weights, "dense", gaussian(random, 36, 3), new float[3]);
    }
  }

  private static float[][][][] kernel(SplitMix64 random, int inputs, int filters) {
    float[][][][] kernel = new float[3][3][][];
    for (float[][][] row : kernel) {
      for (int column = 0; column < row.length; column++) {
        row[column] = gaussian(random, inputs, filters);
      }
    }
    return kernel;
  }

  private static float[][] gaussian(SplitMix64 random, int rows, int columns) {
    float[][] values = new float[rows][columns];
    for (float[] row : values) {
      for (int column = 0; column < columns; column++) {
        row[column] = (float) random.nextGaussian();
      }
    }
    return values;
  }

  private static void put(WritableGroup weights, String layer, Object kernel, float[] bias) {
    WritableGroup inner = weights.putGroup(layer).putGroup(layer);
    inner.putDataset("kernel:0", kernel);
    inner.putDataset("bias:0", bias);
  }
}
