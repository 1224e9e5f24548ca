package io.github.unitscope.convnet.keras;

import io.github.unitscope.network.message.InvalidInputException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.ByteBuffer;
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

  /** Bytes of arrays that have been read. */
  private long read;

  private KerasArchive(Path path, HdfFile file, long size) {
    this.path = path;
    this.file = file;
    this.size = size;
  }

  /**
   * Opens the bytes of a file: of a file itself, the reader would copy as many as it claims.
   *
   * @param path for messages
   * @throws RuntimeException of any kind if it is damaged
   */
  static KerasArchive open(Path path, ByteBuffer bytes) {
    return new KerasArchive(path, HdfFile.fromByteBuffer(bytes.duplicate()), bytes.limit());
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
        return arrays(layer, children);
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

  private Map<String, INDArray> arrays(String layer, List<Node> nodes) {
    Map<String, INDArray> arrays = new HashMap<>();
    for (Node node : nodes) {
      if (!node.isLink() && node instanceof Dataset dataset) {
        String name = dataset.getName().replaceFirst(":\\d+$", "");
        arrays.put(name, array(layer, name, dataset));
      }
    }
    return arrays;
  }

  private INDArray array(String layer, String name, Dataset dataset) {
    if (!dataset.getFilters().isEmpty()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: %s is compressed; save the model with Keras, which does not do that",
              path,
              dataset.getName()));
    }
    long bytes = dataset.getSizeInBytes();
    // Thousands of links may lead to one array.
    read += Math.max(bytes, 0);
    if (bytes < 0 || read > size || dataset.getSize() > size) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: with %s, its weights claim %d bytes in a file of %d",
              path,
              dataset.getName(),
              read,
              size));
    }
    long[] shape = Arrays.stream(dataset.getDimensions()).asLongStream().toArray();
    float[] values = floats(dataset);
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: layer %s: its %s has the value %s, which is no finite number",
                path,
                layer,
                name,
                value));
      }
    }
    return Nd4j.create(values, shape, 'c');
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
