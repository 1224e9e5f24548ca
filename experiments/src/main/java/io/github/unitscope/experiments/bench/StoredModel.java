package io.github.unitscope.experiments.bench;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.rbm.RbmSettings;
import io.github.unitscope.rbm.VisibleUnits;
import io.github.unitscope.rbm.storage.DbnDescription;
import io.github.unitscope.rbm.storage.DbnFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A model folder with random weights, for commands that look at a model. */
final class StoredModel {
  private static final double NORM = 9.2;

  private StoredModel() {}

  /** Writes a deep belief network to a folder that is not there yet. */
  static void write(Path folder, NetworkSizes sizes, Seed seed) throws IOException {
    Dbn dbn = sizes.random(seed);
    DbnDescription description =
        new DbnDescription(
            DbnDescription.KIND,
            DbnDescription.FORMAT_VERSION,
            sizes.input(),
            sizes.layers(),
            VisibleUnits.BERNOULLI,
            NORM,
            "synthetic",
            new DbnSettings(sizes.layers(), RbmSettings.DEFAULTS),
            0,
            false);
    Files.createDirectories(folder);
    Json.write(folder.resolve(ModelFiles.DESCRIPTION), description);
    try (NpzWriter npz =
        NpzWriter.stored(Files.newOutputStream(folder.resolve(ModelFiles.WEIGHTS)))) {
      for (Map.Entry<String, NpyArray> array : DbnFolder.arrays(dbn).entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
  }
}
