package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.AtomicFile;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpyType;
import io.github.unitscope.network.storage.NpzReader;
import io.github.unitscope.network.storage.NpzWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder beside the output in which a study keeps the parts that are done, so that a killed one
 * goes on where it was.
 *
 * <p>Every part appears whole or not at all and holds the identity of the run: parts of a run with
 * other settings, another seed, model or version are worthless, and so are damaged ones; both are
 * deleted. Only files with the names of parts are ever touched.
 */
final class WorkFolder {
  private static final String IDENTITY = "identity";
  private static final String PART_NAME = "[a-z]+-layer\\d+-unit\\d+\\.npz";

  private final Path path;
  private final String identity;
  private final int restarts;
  private final int inputs;

  /**
   * @param output the folder of the run
   * @param identity of the run
   * @param restarts of every unit
   * @param inputs values of an image
   */
  WorkFolder(Path output, String identity, int restarts, int inputs) {
    this.path = output.resolveSibling(output.getFileName() + ".partial");
    this.identity = identity;
    this.restarts = restarts;
    this.inputs = inputs;
  }

  Path path() {
    return path;
  }

  /** Writes a part that is done. */
  void write(Part part, Ascents ascents) {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    byte[] bytes = identity.getBytes(StandardCharsets.US_ASCII);
    arrays.put(IDENTITY, NpyArray.of(bytes, bytes.length));
    arrays.putAll(ascents.arrays());
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
   * @throws InvalidInputException if it is missing, damaged, or another run's
   */
  Ascents read(Part part) {
    Path file = path.resolve(part.fileName());
    try (NpzReader npz = NpzReader.open(file)) {
      byte[] bytes = npz.get(IDENTITY, NpyType.UINT8, -1).bytes();
      if (!new String(bytes, StandardCharsets.US_ASCII).equals(identity)) {
        throw new InvalidInputException(file + " is a part of another run");
      }
      return Ascents.read(npz, part.units().size() * restarts, inputs);
    }
  }

  /**
   * Which of these parts are done. Every one is read to the end, since a machine that lost its
   * power may have kept a file's name without its bytes. Deletes what is no part of this run.
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
   * @param deleted files of other runs, or damaged ones
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

  /** Deletes the parts, and the folder unless something else is in it. */
  void delete() {
    files().forEach(this::delete);
    try {
      Files.deleteIfExists(path);
    } catch (DirectoryNotEmptyException e) {
      // Somebody else's files stay.
    } catch (IOException e) {
      throw FileProblem.of("cannot delete", path, e);
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
