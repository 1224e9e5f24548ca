package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.FileState;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.network.storage.StagedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run that was left in a folder.
 *
 * @param file its manifest
 * @param state of that file when it was read
 * @param folder where the files are, if they are there: of a manifest that was sent alone, none is
 * @param manifest of the run
 */
public record StoredRun(Path file, FileState state, Path folder, Manifest manifest) {

  /**
   * Reads a run.
   *
   * @param named its folder or its manifest
   * @throws InvalidInputException if there is no manifest, or one that is damaged or names files
   *     outside its folder
   */
  public static StoredRun read(Path named) {
    Path place = RunFolder.find(named);
    Path file = Files.isDirectory(place) ? place.resolve(StagedFolder.MANIFEST) : place;
    if (!Files.exists(file)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s is not a run: it has no %s%s",
              place,
              StagedFolder.MANIFEST,
              runsWithin(place)));
    }
    FileState state = state(file);
    Manifest manifest = Json.read(file, Manifest.class);
    Path folder = file.toAbsolutePath().normalize().getParent();
    List<String> names = new ArrayList<>(manifest.outputs().keySet());
    if (!manifest.part().isEmpty()) {
      names.add(manifest.part());
    }
    for (String name : names) {
      if (!isInside(folder, name)) {
        throw new InvalidInputException(
            file
                + " names a file outside its folder, or by a detour: this is not a manifest of unitscope");
      }
    }
    return new StoredRun(file, state, Files.isDirectory(place) ? place : parent(place), manifest);
  }

  private static FileState state(Path file) {
    try {
      return FileState.of(file);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }

  /**
   * Checks, after its files were read, that they were those of this run.
   *
   * @throws InvalidInputException if another run has taken its place meanwhile
   */
  public void requireUnchanged() {
    if (!state(file).equals(state)) {
      throw new InvalidInputException(
          "the run " + folder + " changed while it was being read; run again");
    }
  }

  private static Path parent(Path file) {
    return file.getParent() == null ? Path.of(".") : file.getParent();
  }

  private static boolean isInside(Path folder, String name) {
    try {
      Path file = folder.resolve(name);
      // Written otherwise, a name could stand for the same file as thousands of others.
      return file.equals(file.normalize()) && file.startsWith(folder) && !file.equals(folder);
    } catch (java.nio.file.InvalidPathException e) {
      return false;
    }
  }

  /** A reproduction is a folder of runs: says which. */
  private static String runsWithin(Path place) {
    if (!Files.isDirectory(place)) {
      return "";
    }
    try (Stream<Path> content = Files.list(place)) {
      List<String> runs =
          content
              .filter(each -> Files.isRegularFile(each.resolve(StagedFolder.MANIFEST)))
              .map(each -> each.getFileName().toString())
              .sorted()
              .toList();
      return runs.isEmpty() ? "" : ", but holds runs: give one of " + String.join(", ", runs);
    } catch (IOException e) {
      return "";
    }
  }

  /** Where an output of the run is. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  /** Whether an output is there. */
  public boolean has(String name) {
    return Files.isRegularFile(file(name));
  }

  /** The names of files that are there and are not what the run had left. */
  public List<String> changedFiles() {
    return manifest.outputs().entrySet().stream()
        .filter(output -> has(output.getKey()))
        .filter(output -> !Sha256.of(file(output.getKey())).equals(output.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * What is no longer as the run left it, a line for each file. Of a manifest alone none is there,
   * and there is nothing to say.
   */
  public List<String> changes() {
    List<String> lines = new ArrayList<>();
    for (String name : changedFiles()) {
      lines.add(file(name) + " was modified after the run");
    }
    List<String> missing = manifest.outputs().keySet().stream().filter(name -> !has(name)).toList();
    if (missing.size() < manifest.outputs().size()) {
      for (String name : missing) {
        lines.add(file(name) + " is missing; comparing with its recorded hash");
      }
    }
    return lines;
  }
}
