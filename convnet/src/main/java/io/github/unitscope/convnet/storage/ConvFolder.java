package io.github.unitscope.convnet.storage;

import io.github.unitscope.convnet.ConvNetwork;
import io.github.unitscope.convnet.Node;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a convolutional network: {@code model.json} and {@code weights.npz}, the latter with
 * {@code layer3.weights} [input channels · kernel height · kernel width, output channels] and
 * {@code layer3.bias} of a convolution, {@code kernels} [channels, kernel height · kernel width]
 * and {@code bias} of a depthwise one, {@code scale} and {@code shift} of a batch normalization;
 * all float32, numbered as in {@code model.json}.
 */
public final class ConvFolder {
  private ConvFolder() {}

  /** A network with its description. */
  public record Stored(ConvNetwork network, ConvDescription description) {}

  /** The arrays of {@code weights.npz}, in the order in which they are written. */
  public static Map<String, NpyArray> arrays(ConvNetwork network) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int layer = 1; layer <= network.nodes().size(); layer++) {
      String prefix = LayerArrays.prefix(layer);
      network
          .nodes()
          .get(layer - 1)
          .operation()
          .parameters()
          .forEach((name, array) -> arrays.put(prefix + name, array));
    }
    return arrays;
  }

  /**
   * Reads a network.
   *
   * @param folder with both files
   * @throws InvalidInputException if a file is missing or damaged, the two do not fit each other,
   *     or a parameter is not a finite number
   */
  public static Stored read(Path folder) {
    return ModelFiles.read(folder, ConvFolder::read).content();
  }

  /** As {@link #read(Path)}, of files that are being read. */
  public static Stored read(ModelFiles files) {
    ConvDescription description = files.description(ConvDescription.class);
    List<Node> nodes = new ArrayList<>();
    try (NpzReader npz = files.weights()) {
      for (StoredNode stored : description.layers()) {
        nodes.add(stored.restore(new LayerArrays(npz, LayerArrays.prefix(nodes.size() + 1))));
      }
      ConvNetwork network =
          new ConvNetwork(
              description.inputShape(), description.input(), nodes, description.classes());
      return new Stored(network, description);
    } catch (InvalidInputException | ArithmeticException e) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%s: %s", files.folder(), e.getMessage()), e);
    }
  }
}
