package io.github.unitscope.network.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The files that every model folder has, whatever the kind of the model, while it is read: all of
 * them of one moment.
 */
public final class ModelFiles {
  /** What the model is and how it was made, as JSON; its {@code kind} says how to read the rest. */
  public static final String DESCRIPTION = "model.json";

  /** The parameters. */
  public static final String WEIGHTS = "weights.npz";

  private final Path folder;
  private final byte[] description;

  private ModelFiles(Path folder, byte[] description) {
    this.folder = folder;
    this.description = description;
  }

  /**
   * What was made of a model folder.
   *
   * @param content of the files
   * @param source which files these were
   */
  public record Read<T>(T content, ModelSource source) {}

  /**
   * Reads a model folder.
   *
   * @param reading what to make of the files
   * @throws InvalidInputException if one is missing or what {@code reading} says; and if the folder
   *     or a file of it was replaced or written to meanwhile, whatever came of it
   */
  public static <T> Read<T> read(Path folder, Function<ModelFiles, T> reading) {
    List<Object> before = states(folder);
    try {
      ModelFiles files = new ModelFiles(folder, Json.bytesOf(folder.resolve(DESCRIPTION)));
      // Before the hash: where the parameters are no archive, that is what has to be said.
      T content = reading.apply(files);
      ModelSource source = new ModelSource(folder.toString(), files.sha256(), run(folder));
      requireUnchanged(folder, before);
      return new Read<>(content, source);
    } catch (InvalidInputException e) {
      requireUnchanged(folder, before);
      throw e;
    }
  }

  /** Whether a folder is a model's: it has a description. */
  public static boolean areIn(Path folder) {
    return Files.isRegularFile(folder.resolve(DESCRIPTION));
  }

  /** A hash of the description and the parameters, by which manifests know a model. */
  public static String sha256(Path folder) {
    return read(folder, files -> files).source().sha256();
  }

  /** The folder, for messages. */
  public Path folder() {
    return folder;
  }

  /** Where the parameters are, for messages. */
  public Path weightsPath() {
    return folder.resolve(WEIGHTS);
  }

  /**
   * The description.
   *
   * @throws InvalidInputException as {@link Json#read} does
   */
  public <T> T description(Class<T> type) {
    return Json.read(folder.resolve(DESCRIPTION), description, type);
  }

  /**
   * The kind of the model; empty where the description does not say.
   *
   * @throws InvalidInputException as {@link Json#field} does
   */
  public String kind() {
    return Json.field(folder.resolve(DESCRIPTION), description, "kind");
  }

  /**
   * The parameters; the caller closes them.
   *
   * @throws InvalidInputException as {@link NpzReader#open} does
   */
  @MustBeClosed
  public NpzReader weights() {
    return NpzReader.open(weightsPath());
  }

  private String sha256() {
    String hashes = Sha256.of(description) + Sha256.of(weightsPath());
    return Sha256.of(hashes.getBytes(StandardCharsets.UTF_8));
  }

  /** A model may come from elsewhere: a strange manifest of its is no reason to fail. */
  private static String run(Path folder) {
    Path manifest = folder.resolve(StagedFolder.MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      return null;
    }
    try {
      String identity = Json.field(manifest, Json.bytesOf(manifest), "identity");
      return identity.isEmpty() ? null : identity;
    } catch (InvalidInputException e) {
      // What the disk refuses now it may give the next time: the model would have another origin.
      if (isOfTheDisk(e.getCause())) {
        throw e;
      }
      return null;
    }
  }

  /** Not of what the bytes say, whose errors are I/O errors to Jackson too. */
  private static boolean isOfTheDisk(Throwable cause) {
    return cause instanceof IOException
        && !(cause instanceof JacksonException)
        && !(cause instanceof CharConversionException);
  }

  private static void requireUnchanged(Path folder, List<Object> before) {
    if (!states(folder).equals(before)) {
      throw new InvalidInputException(
          "the model " + folder + " changed while it was being read; run again");
    }
  }

  private static List<Object> states(Path folder) {
    try {
      List<Object> states = new ArrayList<>();
      states.add(FileState.keyOf(folder));
      for (String name : List.of(DESCRIPTION, WEIGHTS, StagedFolder.MANIFEST)) {
        states.add(FileState.of(folder.resolve(name)));
      }
      return states;
    } catch (IOException e) {
      throw FileProblem.of("cannot read", folder, e);
    }
  }
}
