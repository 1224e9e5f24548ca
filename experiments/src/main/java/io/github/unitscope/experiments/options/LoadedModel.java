package io.github.unitscope.experiments.options;

import io.github.unitscope.autoencoder.storage.SdaeDescription;
import io.github.unitscope.autoencoder.storage.SdaeFolder;
import io.github.unitscope.convnet.storage.ConvDescription;
import io.github.unitscope.convnet.storage.ConvFolder;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.ModelSource;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.rbm.storage.DbnDescription;
import io.github.unitscope.rbm.storage.DbnFolder;
import io.github.unitscope.stacks.classifier.ClassifierDescription;
import io.github.unitscope.stacks.classifier.ClassifierFolder;
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
  /** What {@code train dbn} makes. */
  public static final String DBN = "deep belief network";

  /** What {@code train sdae} makes. */
  public static final String SDAE = "stacked denoising autoencoder";

  /** What {@code train convnet} and {@code model import} make. */
  public static final String CONVNET = "convolutional network";

  /** What {@code finetune} makes. */
  public static final String CLASSIFIER = "fine-tuned network";

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
              Files.isRegularFile(folder) ? ", or of a Keras file with model import" : ""));
    }
    ModelFiles.Read<LoadedModel> read = ModelFiles.read(place, LoadedModel::of);
    return read.content().from(folder, read.source());
  }

  private LoadedModel from(Path folder, ModelSource files) {
    ModelSource named = new ModelSource(folder.toString(), files.sha256(), files.run());
    return new LoadedModel(folder, kind, network, meanInputNorm, data, named);
  }

  /** Of no source yet: what it is becomes known with the last byte. */
  private static LoadedModel of(ModelFiles files) {
    Path folder = files.folder();
    String kind = files.kind();
    return switch (kind) {
      case DbnDescription.KIND -> of(folder, DbnFolder.read(files));
      case SdaeDescription.KIND -> of(folder, SdaeFolder.read(files));
      case ClassifierDescription.KIND -> of(folder, ClassifierFolder.read(files));
      case ConvDescription.KIND -> of(folder, ConvFolder.read(files));
      default ->
          throw new InvalidInputException(
              String.format(
                  Locale.ROOT,
                  "%s: the kind of model '%s' is not known: dbn, sdae, convnet and classifier are",
                  folder.resolve(ModelFiles.DESCRIPTION),
                  kind));
    };
  }

  private static LoadedModel of(Path folder, DbnFolder.Stored stored) {
    DbnDescription description = stored.description();
    return new LoadedModel(
        folder, DBN, stored.dbn(), description.meanInputNorm(), description.data(), null);
  }

  private static LoadedModel of(Path folder, SdaeFolder.Stored stored) {
    SdaeDescription description = stored.description();
    return new LoadedModel(
        folder, SDAE, stored.sdae(), description.meanInputNorm(), description.data(), null);
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

  private static LoadedModel of(Path folder, ConvFolder.Stored stored) {
    ConvDescription description = stored.description();
    return new LoadedModel(
        folder, CONVNET, stored.network(), description.meanInputNorm(), description.data(), null);
  }

  private static LoadedModel of(Path folder, ClassifierFolder.Stored stored) {
    ClassifierDescription description = stored.description();
    return new LoadedModel(
        folder,
        CLASSIFIER,
        stored.classifier().hiddenStack(),
        description.meanInputNorm(),
        description.data(),
        null);
  }
}
