package io.github.unitscope.convnet.keras;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.modelimport.keras.Hdf5Archive;
import org.deeplearning4j.nn.modelimport.keras.KerasLayer;
import org.deeplearning4j.nn.modelimport.keras.exceptions.InvalidKerasConfigurationException;
import org.deeplearning4j.nn.modelimport.keras.exceptions.UnsupportedKerasConfigurationException;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The weights of some layers of a file. The importer reads those of all layers or none, and refuses
 * a file that has more of them than the model.
 */
final class KerasWeights {
  private static final String ROOT = "model_weights";

  private KerasWeights() {}

  static void read(Hdf5Archive archive, Map<String, KerasLayer> layers)
      throws InvalidKerasConfigurationException, UnsupportedKerasConfigurationException {
    for (Map.Entry<String, KerasLayer> entry : layers.entrySet()) {
      if (entry.getValue().getNumParams() > 0) {
        entry.getValue().setWeights(ofLayer(archive, entry.getKey()));
      }
    }
  }

  /** Arrays by the names that Keras gives them, such as kernel and bias. */
  private static Map<String, INDArray> ofLayer(Hdf5Archive archive, String layer)
      throws UnsupportedKerasConfigurationException {
    List<String> path = new ArrayList<>(List.of(ROOT, layer));
    List<String> names = archive.getDataSets(path.toArray(String[]::new));
    // The arrays of a layer lie in folders within its own, one in the other.
    while (names.isEmpty()) {
      List<String> folders = archive.getGroups(path.toArray(String[]::new));
      if (folders.size() != 1) {
        break;
      }
      path.add(folders.get(0));
      names = archive.getDataSets(path.toArray(String[]::new));
    }
    Map<String, INDArray> weights = new HashMap<>();
    for (String name : names) {
      weights.put(
          name.replaceFirst(":\\d+$", ""), archive.readDataSet(name, path.toArray(String[]::new)));
    }
    return weights;
  }
}
