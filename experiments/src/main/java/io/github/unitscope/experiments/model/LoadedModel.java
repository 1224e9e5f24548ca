package io.github.unitscope.experiments.model;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.Network;
import io.github.unitscope.rbm.storage.DbnFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model that was read from its folder.
 *
 * @param path of the folder
 * @param network what the methods look at
 * @param meanInputNorm mean L2 norm of the images that it was trained on
 * @param data the name of the dataset that it was trained on
 * @param sha256 of its description and weights
 */
public record LoadedModel(
    Path path, Network network, double meanInputNorm, String data, String sha256) {

  /**
   * Reads a model.
   *
   * @throws InvalidInputException if the folder holds none, or a damaged one
   */
  public static LoadedModel read(Path folder) {
    if (!Files.isRegularFile(folder.resolve(DbnFolder.DESCRIPTION))) {
      throw new InvalidInputException(
          "%s is not a model folder (it has no %s): make one with ./unitscope train dbn"
              .formatted(folder, DbnFolder.DESCRIPTION));
    }
    DbnFolder.Stored stored = DbnFolder.read(folder);
    return new LoadedModel(
        folder,
        stored.dbn(),
        stored.description().meanInputNorm(),
        stored.description().data(),
        DbnFolder.sha256(folder));
  }
}
