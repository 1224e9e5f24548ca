package io.github.unitscope.datasets;

import java.nio.file.Path;

/**
 * A file that images were read from, as manifests record it.
 *
 * @param name by which it is known on every machine: its path within the folder of the dataset
 * @param path where it was found
 * @param sha256 of its bytes, decompressed where it was compressed as a whole, in lower-case
 *     hexadecimal
 */
public record SourceFile(String name, Path path, String sha256) {

  /** A file that lies in the folder of the dataset itself. */
  public SourceFile(Path path, String sha256) {
    this(path.getFileName().toString(), path, sha256);
  }
}
