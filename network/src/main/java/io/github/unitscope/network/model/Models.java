package io.github.unitscope.network.model;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.KnownFiles;
import io.github.unitscope.network.storage.ModelFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzWriter;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Loads and saves models of every kind.
 *
 * <pre>{@code
 * Network network = Models.load(Path.of("runs/dbn"));
 * Models.save(network, Path.of("copy"));
 * }</pre>
 */
public final class Models {
  private Models() {}

  /** Every kind that there is, in the order of their names. */
  private static final class Formats {
    static final List<ModelFormat> ALL =
        ServiceLoader.load(ModelFormat.class, ModelFormat.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(ModelFormat::kind))
            .toList();
  }

  /** Every kind of model that there is, in the order of their names. */
  public static List<ModelFormat> formats() {
    return Formats.ALL;
  }

  /**
   * Loads the network of a model.
   *
   * @param folder a model folder, or the folder of a run that made a model
   * @throws InvalidInputException if the folder holds none, or a damaged one, or was replaced or
   *     written to while it was read
   */
  public static Network load(Path folder) {
    return read(folder).network();
  }

  /**
   * Reads a model with what its folder says of it.
   *
   * @param folder a model folder, or the folder of a run that made a model
   * @throws InvalidInputException as {@link #load} does
   */
  public static StoredModel read(Path folder) {
    Path place = StagedFolder.standing(folder);
    if (!ModelFiles.areIn(place)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s is not a model folder (it has no %s)",
              folder,
              ModelFiles.DESCRIPTION));
    }
    record Content(ModelFormat format, StoredNetwork network) {}
    ModelFiles.Read<Content> read =
        ModelFiles.read(
            place,
            files -> {
              ModelFormat format = format(files);
              return new Content(format, format.read(files));
            });
    StoredNetwork stored = read.content().network();
    return new StoredModel(
            read.content().format(), stored.network(), stored.trainedOn(), read.source())
        .at(folder);
  }

  private static ModelFormat format(ModelFiles files) {
    String kind = files.kind();
    return formats().stream()
        .filter(format -> format.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    String.format(
                        Locale.ROOT,
                        "%s: unknown model kind '%s'; expected one of %s",
                        files.folder().resolve(ModelFiles.DESCRIPTION),
                        kind,
                        kinds())));
  }

  private static String kinds() {
    return formats().stream().map(ModelFormat::kind).collect(Collectors.joining(", "));
  }

  /**
   * Saves a network whose training images cannot be resolved: as {@link TrainedOn#unknown} has it.
   *
   * @param folder to make; there must be nothing yet
   * @throws InvalidInputException as {@link #save(Network, TrainedOn, Path)} does
   */
  public static void save(Network network, Path folder) {
    save(network, TrainedOn.unknown(network), folder);
  }

  /**
   * Saves a network as a model folder, which appears whole or not at all. How the network was
   * trained is not in it: that is what runs record.
   *
   * @param trainedOn the images that it was trained on
   * @param folder to make; there must be nothing yet
   * @throws InvalidInputException if something is there, it cannot be written, a parameter is not a
   *     finite number, or there is no format for such networks
   */
  public static void save(Network network, TrainedOn trainedOn, Path folder) {
    ModelContent content = content(network, trainedOn);
    content.weights().forEach(Models::requireFinite);
    if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(folder + " exists: save to a new folder");
    }
    try (StagedFolder staged =
        StagedFolder.create(folder, place -> new KnownFiles(Map.of()), false)) {
      Files.writeString(staged.resolve(ModelFiles.DESCRIPTION), Json.text(content.description()));
      try (NpzWriter npz =
          NpzWriter.stored(Files.newOutputStream(staged.resolve(ModelFiles.WEIGHTS)))) {
        for (Map.Entry<String, NpyArray> array : content.weights().entrySet()) {
          npz.add(array.getKey(), array.getValue());
        }
      }
      staged.commit();
    } catch (IOException e) {
      throw FileProblem.of("cannot write", folder, e);
    }
  }

  private static ModelContent content(Network network, TrainedOn trainedOn) {
    return formats().stream()
        .map(format -> format.content(network, trainedOn))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    String.format(
                        Locale.ROOT,
                        "this network cannot be saved; expected one of the kinds: %s",
                        kinds())));
  }

  private static void requireFinite(String name, NpyArray array) {
    if (array.type() != NpyType.FLOAT32) {
      return;
    }
    for (float value : array.floats()) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            String.format(Locale.ROOT, "array '%s' has a value that is not a finite number", name));
      }
    }
  }
}
