package io.github.unitscope.stacks.classifier;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StoredWeights;
import io.github.unitscope.stacks.LogisticLayer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a classifier: a {@link ClassifierDescription} and {@code weights.npz} with {@code
 * layer1.weights} [inputs, units], {@code layer1.bias} [units] and so on upwards, then {@code
 * output.weights} [units, classes] and {@code output.bias} [classes], all float32.
 */
public final class ClassifierFolder {
  private static final String OUTPUT = "output.";

  private ClassifierFolder() {}

  /** A classifier with its description. */
  public record Stored(Classifier classifier, ClassifierDescription description) {}

  /** The arrays of {@code weights.npz}, in the order in which they are written. */
  public static Map<String, NpyArray> arrays(Classifier classifier) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int i = 0; i < classifier.hidden().size(); i++) {
      put(arrays, hidden(i), classifier.hidden().get(i));
    }
    put(arrays, OUTPUT, classifier.output());
    return arrays;
  }

  private static String hidden(int index) {
    return "layer" + (index + 1) + ".";
  }

  private static void put(Map<String, NpyArray> arrays, String prefix, LogisticLayer layer) {
    arrays.put(prefix + "weights", StoredWeights.array(layer.weights()));
    arrays.put(prefix + "bias", NpyArray.of(layer.bias(), layer.bias().length));
  }

  /**
   * Reads a classifier.
   *
   * @param folder with both files
   * @throws InvalidInputException if a file is missing or damaged, the two do not fit each other,
   *     or a parameter is not a finite number
   */
  public static Stored read(Path folder) {
    return ModelFiles.read(folder, ClassifierFolder::read).content();
  }

  /** As {@link #read(Path)}, of files that are being read. */
  public static Stored read(ModelFiles files) {
    ClassifierDescription description = files.description(ClassifierDescription.class);
    Path weights = files.weightsPath();
    List<LogisticLayer> hidden = new ArrayList<>();
    Classifier classifier;
    try (NpzReader npz = files.weights()) {
      int below = description.input().size();
      for (int units : description.layers()) {
        hidden.add(readLayer(npz, hidden(hidden.size()), below, units));
        below = units;
      }
      LogisticLayer output = readLayer(npz, OUTPUT, below, description.classes());
      classifier = new Classifier(description.input(), hidden, output);
    }
    if (!classifier.isFinite()) {
      throw new InvalidInputException(
          weights + ": a value is not a finite number; train or copy the model again");
    }
    return new Stored(classifier, description);
  }

  private static LogisticLayer readLayer(NpzReader npz, String prefix, int inputs, int units) {
    return new LogisticLayer(
        StoredWeights.read(npz, prefix + "weights", inputs, units),
        npz.get(prefix + "bias", NpyType.FLOAT32, units).floats());
  }
}
