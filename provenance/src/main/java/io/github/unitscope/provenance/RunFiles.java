package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.KnownFiles;
import io.github.unitscope.network.storage.Sha256;
import io.github.unitscope.network.storage.StagedFolder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Which files of a folder a run wrote: those that its manifest lists, and the manifests. */
final class RunFiles {
  private RunFiles() {}

  /**
   * The files of a run. The run's own manifest comes last: while it is there, it tells the others.
   *
   * @param folder of the run
   * @throws InvalidInputException if the folder has no manifest of unitscope, or one that was
   *     changed
   */
  static KnownFiles of(Path folder) {
    Path file = folder.resolve(StagedFolder.MANIFEST);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          "it was not written by unitscope: it has no " + StagedFolder.MANIFEST);
    }
    Manifest manifest = read(file);
    Map<String, Set<String>> known = new LinkedHashMap<>();
    manifest.outputs().forEach((name, hash) -> known.put(name, Set.of(hash)));
    for (String part : manifest.models()) {
      String name = part + "/" + StagedFolder.MANIFEST;
      known.put(name, hashIfOf(folder.resolve(name), manifest.of(part)));
    }
    known.put(StagedFolder.MANIFEST, Set.of(Sha256.of(file)));
    return new KnownFiles(known);
  }

  private static Manifest read(Path file) {
    Manifest manifest;
    try {
      manifest = Json.read(file, Manifest.class);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          "its " + StagedFolder.MANIFEST + " is not as unitscope writes it", e);
    }
    if (!manifest.isConsistent()) {
      throw new InvalidInputException(
          "its " + StagedFolder.MANIFEST + " was modified after unitscope wrote it");
    }
    return manifest;
  }

  /** The hash of a model's own manifest, if that repeats what the run's says; else none. */
  private static Set<String> hashIfOf(Path file, Manifest expected) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Set.of();
    }
    String hash = Sha256.of(file);
    try {
      String found = Json.canonicalText(Json.read(file, Manifest.class));
      return found.equals(Json.canonicalText(expected)) ? Set.of(hash) : Set.of();
    } catch (InvalidInputException e) {
      return Set.of();
    }
  }
}
