package io.github.unitscope.experiments.options;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.model.Models;
import io.github.unitscope.network.model.StoredModel;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.ModelSource;
import io.github.unitscope.provenance.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A model that was read from its folder.
 *
 * @param path of the folder
 * @param kind for people, for example {@code deep belief network}
 * @param network what the methods look at
 * @param meanInputNorm mean L2 norm of the images that it was trained on
 * @param data the name of the dataset that it was trained on
 * @param source the files that it was read from
 */
public record LoadedModel(
    Path path,
    String kind,
    Network network,
    double meanInputNorm,
    String data,
    ModelSource source) {
  /**
   * Reads a model.
   *
   * @throws InvalidInputException if the folder holds none or a damaged one, or was replaced or
   *     written to while it was read
   */
  public static LoadedModel read(Path folder) {
    Path place = RunFolder.find(folder);
    Path description = place.resolve(ModelFiles.DESCRIPTION);
    if (!Files.isRegularFile(description)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s is not a model folder (it has no %s): make one with ./unitscope train dbn%s",
              folder,
              ModelFiles.DESCRIPTION,
              Files.isRegularFile(folder) ? ", or import a Keras file with model import" : ""));
    }
    StoredModel stored = Models.read(place);
    ModelSource files = stored.source();
    return new LoadedModel(
        folder,
        stored.format().name(),
        stored.network(),
        stored.trainedOn().meanInputNorm(),
        stored.trainedOn().data(),
        new ModelSource(folder.toString(), files.sha256(), files.run()));
  }

  /** Of its description and parameters: of the very bytes that were read. */
  public String sha256() {
    return source.sha256();
  }

  /** The last name of its path, for captions. */
  public String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? path.toString() : last.toString();
  }

  /**
   * The same model with its network for images of another size.
   *
   * @param norm mean L2 norm of such images
   */
  public LoadedModel with(Network resized, double norm) {
    return new LoadedModel(path, kind, resized, norm, data, source);
  }

  /**
   * The network, where a method needs the weights between all units of two layers.
   *
   * @param method that needs them, for people
   * @throws InvalidInputException if the network has others
   */
  public FullyConnected fullyConnected(String method) {
    if (network instanceof FullyConnected connected) {
      return connected;
    }
    throw new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s holds a %s: %s needs fully connected layers, as train dbn and train sdae make them",
            path,
            kind,
            method));
  }
}
