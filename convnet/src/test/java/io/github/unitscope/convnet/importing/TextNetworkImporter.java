package io.github.unitscope.convnet.importing;

import io.github.unitscope.convnet.ConvNetworkBuilder;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.convnet.operation.ChannelAffine;
import io.github.unitscope.convnet.operation.Rectifier;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A format that only tests know: a line "network of N grey pixels", then a line for every layer,
 * "times NUMBER" or "relu". To add it takes this class and a line in {@code META-INF/services}.
 */
public final class TextNetworkImporter implements ModelImporter {
  private static final String BEGINNING = "network of ";

  @Override
  public String format() {
    return "network in words";
  }

  @Override
  public boolean supports(ImportFile file) {
    return file.startsWith(BEGINNING.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public ImportedNetwork read(ImportFile file, ImportRequest request) {
    String[] lines = StandardCharsets.UTF_8.decode(file.bytes()).toString().split("\n");
    int pixels = Integer.parseInt(lines[0].split(" ")[2]);
    ConvNetworkBuilder network = new ConvNetworkBuilder(ImageShape.grey(1, pixels));
    List<String> names = new ArrayList<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String name = "layer" + (names.size() + 1);
      try {
        network.add(node(name, names.size(), line.split(" ")));
      } catch (InvalidInputException e) {
        throw LayerProblem.of(name, e.getMessage(), names, e);
      }
      names.add(name);
      if (name.equals(request.until())) {
        break;
      }
    }
    return new ImportedNetwork(network.build(request.input(), request.classes()), null);
  }

  private static Node node(String name, int below, String[] words) {
    if (words[0].equals("times")) {
      float[] scale = {Float.parseFloat(words[1])};
      return Node.linear(name, List.of(below), new ChannelAffine(scale, new float[1]));
    }
    if (words[0].equals("relu")) {
      return Node.linear(name, List.of(below), Rectifier.RELU);
    }
    throw new InvalidInputException("unsupported layer kind '" + words[0] + "'");
  }
}
