package io.github.unitscope.experiments.bench;

import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.TrainedOn;
import io.github.unitscope.network.random.Seed;
import java.nio.file.Path;

/** A model folder with random weights, for commands that look at a model. */
final class StoredModel {
  private static final double NORM = 9.2;

  private StoredModel() {}

  /** Writes a deep belief network to a folder that is not there yet. */
  static void write(Path folder, NetworkSizes sizes, Seed seed) {
    Models.save(sizes.random(seed), new TrainedOn(NORM, "synthetic"), folder);
  }
}
