package io.github.unitscope.rbm.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StoredWeights;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.Rbm;
import io.github.unitscope.rbm.VisibleUnits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a deep belief network: {@code model.json} and {@code weights.npz}, the latter with
 * {@code layer1.weights} [visible, hidden], {@code layer1.visibleBias} [visible], {@code
 * layer1.hiddenBias} [hidden] and so on upwards, all float32.
 */
public final class DbnFolder {
  private DbnFolder() {}

  /** A network with its description. */
  public record Stored(Dbn dbn, DbnDescription description) {}

  /** The arrays of {@code weights.npz}, in the order in which they are written. */
  public static Map<String, NpyArray> arrays(Dbn dbn) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int layer = 1; layer <= dbn.rbms().size(); layer++) {
      Rbm rbm = dbn.rbms().get(layer - 1);
      String prefix = "layer" + layer + ".";
      arrays.put(prefix + "weights", StoredWeights.array(rbm.weights()));
      arrays.put(prefix + "visibleBias", NpyArray.of(rbm.visibleBias(), rbm.visible()));
      arrays.put(prefix + "hiddenBias", NpyArray.of(rbm.hiddenBias(), rbm.hidden()));
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
    return ModelFiles.read(folder, DbnFolder::read).content();
  }

  /** As {@link #read(Path)}, of files that are being read. */
  public static Stored read(ModelFiles files) {
    DbnDescription description = files.description(DbnDescription.class);
    Path weights = files.weightsPath();
    List<Rbm> rbms = new ArrayList<>();
    try (NpzReader npz = files.weights()) {
      int visible = description.input().size();
      for (int hidden : description.layers()) {
        VisibleUnits units = rbms.isEmpty() ? description.visibleUnits() : VisibleUnits.BERNOULLI;
        rbms.add(readLayer(npz, "layer" + (rbms.size() + 1) + ".", units, visible, hidden));
        visible = hidden;
      }
    }
    for (int layer = 1; layer <= rbms.size(); layer++) {
      if (!rbms.get(layer - 1).isFinite()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: layer %d has a value that is not a finite number; train or copy the model again",
                weights,
                layer));
      }
    }
    return new Stored(new Dbn(description.input(), rbms), description);
  }

  private static Rbm readLayer(
      NpzReader npz, String prefix, VisibleUnits units, int visible, int hidden) {
    return new Rbm(
        units,
        StoredWeights.read(npz, prefix + "weights", visible, hidden),
        npz.get(prefix + "visibleBias", NpyType.FLOAT32, visible).floats(),
        npz.get(prefix + "hiddenBias", NpyType.FLOAT32, hidden).floats());
  }
}
