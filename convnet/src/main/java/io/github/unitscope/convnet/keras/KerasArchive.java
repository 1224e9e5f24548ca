package io.github.unitscope.convnet.keras;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.message.InvalidInputException;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The HDF5 file of a Keras model, read in Java alone: what a damaged or hostile file does to the
 * native library, nobody knows. Links to elsewhere and compressed arrays, neither of which Keras
 * writes, are refused; what an array takes is compared with the file before it is read.
 */
final class KerasArchive implements AutoCloseable {
  private static final String WEIGHTS = "model_weights";

  /** Folders within the folder of a layer; Keras makes two or three. */
  private static final int DEEPEST = 10;

  private final HdfFile file;
  private final long size;

  /** Bytes of arrays that have been read. */
  private long read;

  private KerasArchive(HdfFile file, long size) {
    this.file = file;
    this.size = size;
  }

  /**
   * Opens the bytes of a file: of a file itself, the reader would copy as many as it claims.
   *
   * @throws RuntimeException of any kind if it is damaged
   */
  @MustBeClosed
  static KerasArchive open(ByteBuffer bytes) {
    return new KerasArchive(HdfFile.fromByteBuffer(bytes.duplicate()), bytes.limit());
  }

  /** A text that belongs to the whole file; null if there is none. */
  String text(String name) {
    Attribute attribute = file.getAttribute(name);
    if (attribute == null) {
      return null;
    }
    if (!attribute.isScalar() || attribute.getSizeInBytes() > size) {
      throw new InvalidInputException("its attribute " + name + " is not text");
    }
    return String.valueOf(attribute.getData());
  }

  /**
   * The arrays of a layer by the names that Keras gives them, such as kernel and bias.
   *
   * @param layer its name; slashes in it are folders
   * @throws InvalidInputException if they are missing or cannot be read; without the layer's name
   */
  Map<String, KerasArray> weights(String layer) {
    Group group = group(file, WEIGHTS);
    for (String part : layer.split("/")) {
      group = group(group, part);
    }
    // The arrays of a layer lie in folders within its own, one in the other.
    for (int depth = 0; depth < DEEPEST; depth++) {
      List<Node> children = List.copyOf(group.getChildren().values());
      if (children.size() != 1 || !children.get(0).isGroup()) {
        return arrays(children);
      }
      group = group(group, children.get(0).getName());
    }
    throw new InvalidInputException("its weights lie in too many folders");
  }

  private static Group group(Group parent, String name) {
    Node child = parent.getChildren().get(name);
    if (child == null || child.isLink() || !child.isGroup()) {
      throw new InvalidInputException("the file has no weights for it");
    }
    return (Group) child;
  }

  private Map<String, KerasArray> arrays(List<Node> nodes) {
    Map<String, KerasArray> arrays = new TreeMap<>();
    for (Node node : nodes) {
      if (!node.isLink() && node instanceof Dataset dataset) {
        String name = dataset.getName().replaceFirst(":\\d+$", "");
        arrays.put(name, array(name, dataset));
      }
    }
    return arrays;
  }

  private KerasArray array(String name, Dataset dataset) {
    // To ask a dataset for its filters loads readers of other compressions, which are left out.
    if (dataset instanceof ChunkedDataset) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "its %s is compressed or in pieces; save the model again with Keras, which writes it whole",
              name));
    }
    long bytes = dataset.getSizeInBytes();
    // Thousands of links may lead to one array.
    read += Math.max(bytes, 0);
    if (bytes < 0 || read > size || dataset.getSize() > size) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "with its %s, the weights claim %d bytes in a file of %d",
              name,
              read,
              size));
    }
    return new KerasArray(name, dataset.getDimensions(), finite(name, floats(name, dataset)));
  }

  private static float[] finite(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT, "its %s has the value %s, which is not finite", name, value));
      }
    }
    return values;
  }

  private static float[] floats(String name, Dataset dataset) {
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
    throw new InvalidInputException("its " + name + " holds no floating-point numbers");
  }

  @Override
  public void close() {
    file.close();
  }
}
