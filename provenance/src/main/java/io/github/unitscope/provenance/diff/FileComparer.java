package io.github.unitscope.provenance.diff;

import java.nio.file.Path;

/** Compares two files of one format whose bytes differ. */
interface FileComparer {
  /**
   * Compares.
   *
   * @param name of the file within its run
   * @param left that of the first run
   * @param right that of the second
   * @throws io.github.unitscope.network.message.InvalidInputException if one cannot be read
   */
  FileComparison compare(String name, Path left, Path right);

  /**
   * The comparer for a file.
   *
   * @param tolerance largest difference that is small, as a part of the largest value
   */
  static FileComparer of(String name, double tolerance) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "npz" -> new ArrayFiles(tolerance);
      case "csv" -> new TableFiles(tolerance);
      case "png", "gif", "jpg" -> new PictureFiles();
      default -> (file, left, right) -> FileComparison.of(file, Verdict.DIFFERENT);
    };
  }
}
