package io.github.unitscope.network.model;

import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelSource;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A model that was read from its folder.
 *
 * @param format of the folder
 * @param network what the methods look at
 * @param trainedOn the images that it was trained on
 * @param source the files that it was read from
 */
public record StoredModel(
    ModelFormat format, Network network, TrainedOn trainedOn, ModelSource source) {

  /** Its folder, as it was given. */
  public Path path() {
    return Path.of(source.path());
  }

  /** The last name of its path, for captions. */
  public String name() {
    Path last = path().toAbsolutePath().normalize().getFileName();
    return last == null ? source.path() : last.toString();
  }

  /** Its kind for people, for example {@code deep belief network}. */
  public String kind() {
    return format.name();
  }

  /** The mean L2 norm of the images that it was trained on. */
  public double meanInputNorm() {
    return trainedOn.meanInputNorm();
  }

  /** The name of the dataset that it was trained on; empty where that is not known. */
  public String data() {
    return trainedOn.data();
  }

  /**
   * The same model with its network for images of another size.
   *
   * @param norm mean L2 norm of such images
   */
  public StoredModel with(Network resized, double norm) {
    return new StoredModel(format, resized, new TrainedOn(norm, data()), source);
  }

  /** The same model under another path, by which messages and manifests name it. */
  public StoredModel at(Path folder) {
    ModelSource named = new ModelSource(folder.toString(), source.sha256(), source.run());
    return new StoredModel(format, network, trainedOn, named);
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
            path(),
            kind(),
            method));
  }
}
