package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.AtomicFile;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder in which a study keeps the parts that are done, so that a killed one goes on where it
 * was. Every part appears whole or not at all; one that is damaged all the same is made again. Only
 * files with the names of parts are ever touched.
 */
final class WorkFolder {
  private static final String PART_NAME = "[a-z]+-layer\\d+-unit\\d+\\.npz";

  private final Path path;
  private final int restarts;
  private final int inputs;

  /**
   * @param path of the folder
   * @param restarts of every unit
   * @param inputs values of an image
   */
  WorkFolder(Path path, int restarts, int inputs) {
    this.path = path;
    this.restarts = restarts;
    this.inputs = inputs;
  }

  Path path() {
    return path;
  }

  /** Writes a part that is done. */
  void write(Part part, Ascents ascents) {
    Map<String, NpyArray> arrays = ascents.arrays();
    AtomicFile.write(
        path.resolve(part.fileName()),
        out -> {
          NpzWriter npz = NpzWriter.stored(out);
          for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            npz.add(array.getKey(), array.getValue());
          }
          npz.close();
        });
  }

  /**
   * Reads a part.
   *
   * @throws InvalidInputException if it is missing or damaged
   */
  Ascents read(Part part) {
    Path file = path.resolve(part.fileName());
    try (NpzReader npz = NpzReader.open(file)) {
      return Ascents.read(npz, part.units().size() * restarts, inputs);
    }
  }

  /**
   * Which of these parts are done. Every one is read to the end, since a machine that lost its
   * power may have kept a file's name without its bytes. Deletes those that are damaged.
   *
   * @return how many files were deleted, and the parts that are there
   */
  Found find(Collection<Part> wanted) {
    List<Part> done = wanted.stream().filter(this::isDone).toList();
    List<String> names = done.stream().map(Part::fileName).toList();
    List<Path> worthless =
        files().stream().filter(file -> !names.contains(file.getFileName().toString())).toList();
    worthless.forEach(this::delete);
    return new Found(done, worthless.size());
  }

  /**
   * What was there.
   *
   * @param parts that are done
   * @param deleted damaged files
   */
  record Found(List<Part> parts, int deleted) {}

  private boolean isDone(Part part) {
    if (!Files.isRegularFile(path.resolve(part.fileName()))) {
      return false;
    }
    try {
      read(part);
      return true;
    } catch (InvalidInputException e) {
      return false;
    }
  }

  private List<Path> files() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.getFileName().toString().matches(PART_NAME)).toList();
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
  }

  private void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileProblem.of("cannot delete", file, e);
    }
  }
}
