package io.github.unitscope.convnet.keras;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The arrays of a layer, read when the first is asked for. */
final class LayerWeights {
  private final KerasArchive archive;
  private final String layer;
  private final Set<String> used = new HashSet<>();
  private Map<String, KerasArray> arrays;

  LayerWeights(KerasArchive archive, String layer) {
    this.archive = archive;
    this.layer = layer;
  }

  /**
   * An array.
   *
   * @throws InvalidInputException if there is none of this name
   */
  KerasArray get(String name) {
    KerasArray array = arrays().get(name);
    if (array == null) {
      throw new InvalidInputException("the file has no " + name + " for it");
    }
    used.add(name);
    return array;
  }

  private Map<String, KerasArray> arrays() {
    if (arrays == null) {
      arrays = archive.weights(layer);
    }
    return arrays;
  }

  boolean has(String name) {
    return arrays().containsKey(name);
  }

  /** A bias, or zeros where the layer's settings say that it has none. */
  float[] bias(LayerConfig config, int count) {
    return config.flag("use_bias", true) ? get("bias").require(count).values() : new float[count];
  }

  /**
   * Refuses weights that nothing was done with: they would mean a layer that is something else.
   *
   * @throws InvalidInputException if there are any
   */
  void requireAllUsed() {
    if (arrays != null && !used.equals(arrays.keySet())) {
      Set<String> unused = new TreeSet<>(arrays.keySet());
      unused.removeAll(used);
      throw new InvalidInputException(
          "the file has weights for it that it does not use: " + unused);
    }
  }
}
