package io.github.unitscope.convnet.keras;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The HDF5 file of a Keras model, read in Java alone: what a damaged or hostile file does to the
 * native library, nobody knows. Links to elsewhere and compressed arrays, neither of which Keras
 * writes, are refused; what an array takes is compared with the file before it is read.
 */
final class KerasArchive implements AutoCloseable {
  private static final String WEIGHTS = "model_weights";

  /** Folders within the folder of a layer; Keras makes two or three. */
  private static final int DEEPEST = 10;

  private final Path path;
  private final HdfFile file;
  private final long size;

  private KerasArchive(Path path, HdfFile file, long size) {
    this.path = path;
    this.file = file;
    this.size = size;
  }

  /**
   * Opens a file.
   *
   * @throws RuntimeException of any kind if it is damaged
   */
  static KerasArchive open(Path path) {
    try (FileChannel channel = FileChannel.open(path)) {
      long size = channel.size();
      if (size > Integer.MAX_VALUE) {
        throw new InvalidInputException(path + " is larger than 2 GiB");
      }
      // Of a file the reader copies as many bytes as the file claims; of memory it takes slices.
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
      return new KerasArchive(path, HdfFile.fromByteBuffer(bytes), size);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
  }

  /** Of the file in bytes. */
  long size() {
    return size;
  }

  /** A text that belongs to the whole file; null if there is none. */
  String text(String name) {
    Attribute attribute = file.getAttribute(name);
    if (attribute == null) {
      return null;
    }
    if (!attribute.isScalar() || attribute.getSizeInBytes() > size) {
      throw new InvalidInputException(path + ": its attribute " + name + " is no text");
    }
    return String.valueOf(attribute.getData());
  }

  /** The arrays of a layer by the names that Keras gives them, such as kernel and bias. */
  Map<String, INDArray> weights(String layer) {
    Group group = group(group(file, WEIGHTS), layer);
    // The arrays of a layer lie in folders within its own, one in the other.
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Node> children = List.copyOf(group.getChildren().values());
      if (children.size() != 1 || !children.get(0).isGroup()) {
        return arrays(children);
      }
      group = group(group, children.get(0).getName());
    }
    throw new InvalidInputException(
        String.format(Locale.ROOT, "%s: too many folders for layer %s", path, layer));
  }

  private Group group(Group parent, String name) {
    Node child = parent.getChildren().get(name);
    if (child == null || child.isLink() || !child.isGroup()) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "%s has no weights of %s", path, name));
    }
    return (Group) child;
  }

  private Map<String, INDArray> arrays(List<Node> nodes) {
    Map<String, INDArray> arrays = new HashMap<>();
    for (Node node : nodes) {
      if (!node.isLink() && node instanceof Dataset dataset) {
        arrays.put(dataset.getName().replaceFirst(":\\d+$", ""), array(dataset));
      }
    }
    return arrays;
  }

  private INDArray array(Dataset dataset) {
    if (!dataset.getFilters().isEmpty()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: %s is compressed; save the model with Keras, which does not do that",
              path,
              dataset.getName()));
    }
    long bytes = dataset.getSizeInBytes();
    if (bytes < 0 || bytes > size || dataset.getSize() > size) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: %s claims %d bytes in a file of %d",
              path,
              dataset.getName(),
              bytes,
              size));
    }
    long[] shape = Arrays.stream(dataset.getDimensions()).asLongStream().toArray();
    return Nd4j.create(floats(dataset), shape, 'c');
  }

  private float[] floats(Dataset dataset) {
    Object values = dataset.getDataFlat();
    if (values instanceof float[] floats) {
      return floats;
    }
    if (values instanceof double[] doubles) {
      float[] floats = new float[doubles.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) doubles[i];
      }
      return floats;
    }
    throw new InvalidInputException(
        String.format(
            Locale.ROOT, "%s: %s holds no floating-point numbers", path, dataset.getName()));
  }

  @Override
  public void close() {
    file.close();
  }
}
