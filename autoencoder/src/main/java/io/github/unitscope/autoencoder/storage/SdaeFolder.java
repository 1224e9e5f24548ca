package io.github.unitscope.autoencoder.storage;

import io.github.unitscope.autoencoder.DenoisingAutoencoder;
import io.github.unitscope.autoencoder.Reconstruction;
import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.StoredWeights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The files of a stacked denoising autoencoder: {@code model.json} and {@code weights.npz}, the
 * latter with {@code layer1.weights} [visible, hidden], {@code layer1.visibleBias} [visible],
 * {@code layer1.hiddenBias} [hidden] and so on upwards, all float32.
 */
public final class SdaeFolder {
  private SdaeFolder() {}

  /** A stack with its description. */
  public record Stored(Sdae sdae, SdaeDescription description) {}

  /** The arrays of {@code weights.npz}, in the order in which they are written. */
  public static Map<String, NpyArray> arrays(Sdae sdae) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    for (int layer = 1; layer <= sdae.autoencoders().size(); layer++) {
      DenoisingAutoencoder autoencoder = sdae.autoencoders().get(layer - 1);
      String prefix = "layer" + layer + ".";
      arrays.put(prefix + "weights", StoredWeights.array(autoencoder.weights()));
      arrays.put(
          prefix + "visibleBias", NpyArray.of(autoencoder.visibleBias(), autoencoder.visible()));
      arrays.put(
          prefix + "hiddenBias", NpyArray.of(autoencoder.hiddenBias(), autoencoder.hidden()));
    }
    return arrays;
  }

  /**
   * Reads a stack.
   *
   * @param folder with both files
   * @throws InvalidInputException if a file is missing or damaged, the two do not fit each other,
   *     or a parameter is not a finite number
   */
  public static Stored read(Path folder) {
    return ModelFiles.read(folder, SdaeFolder::read).content();
  }

  /** As {@link #read(Path)}, of files that are being read. */
  public static Stored read(ModelFiles files) {
    SdaeDescription description = files.description(SdaeDescription.class);
    Path weights = files.weightsPath();
    List<DenoisingAutoencoder> autoencoders = new ArrayList<>();
    try (NpzReader npz = files.weights()) {
      int visible = description.input().size();
      for (int hidden : description.layers()) {
        int layer = autoencoders.size() + 1;
        Reconstruction reconstruction =
            layer == 1 ? description.reconstruction() : Reconstruction.CROSS_ENTROPY;
        autoencoders.add(readLayer(npz, layer, visible, hidden, reconstruction));
        visible = hidden;
      }
    }
    for (int layer = 1; layer <= autoencoders.size(); layer++) {
      if (!autoencoders.get(layer - 1).isFinite()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s: layer %d has a value that is not a finite number; train or copy the model again",
                weights,
                layer));
      }
    }
    return new Stored(new Sdae(description.input(), autoencoders), description);
  }

  private static DenoisingAutoencoder readLayer(
      NpzReader npz, int layer, int visible, int hidden, Reconstruction reconstruction) {
    String prefix = "layer" + layer + ".";
    return new DenoisingAutoencoder(
        StoredWeights.read(npz, prefix + "weights", visible, hidden),
        npz.get(prefix + "visibleBias", NpyType.FLOAT32, visible).floats(),
        npz.get(prefix + "hiddenBias", NpyType.FLOAT32, hidden).floats(),
        reconstruction);
  }
}
