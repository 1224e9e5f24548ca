package io.github.unitscope.network.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The two files that every model folder has, whatever the kind of the model. */
public final class ModelFiles {
  /** What the model is and how it was made, as JSON; its {@code kind} says how to read the rest. */
  public static final String DESCRIPTION = "model.json";

  /** The parameters. */
  public static final String WEIGHTS = "weights.npz";

  private ModelFiles() {}

  /** A hash of the description and the parameters, by which manifests know a model. */
  public static String sha256(Path folder) {
    String hashes = Sha256.of(folder.resolve(DESCRIPTION)) + Sha256.of(folder.resolve(WEIGHTS));
    return Sha256.of(hashes.getBytes(StandardCharsets.UTF_8));
  }
}
