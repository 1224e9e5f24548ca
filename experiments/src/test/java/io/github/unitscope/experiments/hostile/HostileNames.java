package io.github.unitscope.experiments.hostile;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.InputDeclaration;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.ChannelOrder;
import io.github.unitscope.convnet.operation.Convolution;
import io.github.unitscope.convnet.operation.Padding;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.convnet.operation.Reshape;
import io.github.unitscope.convnet.operation.Softmax;
import io.github.unitscope.convnet.operation.Window;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.testing.RandomValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Names that do harm where they are taken for more than names, and a network that has them. */
final class HostileNames {
  static final List<String> ALL =
      List.of(
          "a\nunitscope: all is well",
          "a\r\nb,c",
          "tab\there",
          "qu\"ote",
          "it's",
          "a,b;c",
          "a;=1+1",
          "x;\"=1+1",
          "<script>alert(1)<script>",
          "&amp;<img src=x onerror=alert(1)>",
          "=HYPERLINK(\"http://example.invalid\",\"x\")",
          "+1",
          "-1+1",
          "@SUM(A1)",
          "\t=1+1",
          "\r=1+1",
          " =1+1",
          "\"=1+1",
          "\uff1d1+1",
          "\u001b[2J\u001b]0;title\u0007",
          "\u009b31m",
          "abc\u202egnp.exe",
          "a\u2028b\u2066c",
          "%s%n%d",
          "$(touch x)`touch y`",
          "n".repeat(5000));

  private HostileNames() {}

  /**
   * Writes a small network of colour images that has a layer and a class of each name.
   *
   * @param layers their names, one after the other
   * @param classes their names
   */
  static void writeModel(Path into, List<String> layers, List<String> classes) throws IOException {
    List<Node> nodes = new ArrayList<>();
    Window three = Window.of(3, 3, 1, Padding.SAME);
    int channels = 3;
    for (String name : layers) {
      float[] biases = {0.1f, 0.1f};
      nodes.add(
          new Node(
              name,
              List.of(nodes.size()),
              new Convolution(three, channels, weights(9 * channels, 2), biases),
              Rectifier.RELU));
      channels = 2;
    }
    nodes.add(
        Node.linear("flat", List.of(nodes.size()), Reshape.flatten(ChannelOrder.CHANNELS_FIRST)));
    int values = channels * SIDE * SIDE;
    nodes.add(
        new Node(
            "classes",
            List.of(nodes.size()),
            Convolution.dense(weights(values, classes.size()), new float[classes.size()]),
            Softmax.OVER_CHANNELS));
    ConvNetwork network =
        new ConvNetwork(new ImageShape(3, SIDE, SIDE), InputDeclaration.UNIT, nodes, classes);
    ConvDescription description =
        ConvDescription.of(network, 5, "leaves", "made by a test", null, 0);
    Files.createDirectories(into);
    Files.writeString(into.resolve(ModelFiles.DESCRIPTION), Json.text(description));
    try (NpzWriter npz =
        NpzWriter.stored(Files.newOutputStream(into.resolve(ModelFiles.WEIGHTS)))) {
      for (Map.Entry<String, NpyArray> array : ConvFolder.arrays(network).entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
  }

  private static final int SIDE = 16;

  private static Matrix weights(int rows, int columns) {
    return RandomValues.matrix(
        Seed.root(7).derive("weights"), rows, columns, Math.sqrt(2.0 / rows));
  }
}
