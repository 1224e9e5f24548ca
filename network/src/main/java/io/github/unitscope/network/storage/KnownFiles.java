package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that unitscope wrote into a folder, each with the hashes that its content may have.
 * They are all that may be replaced or deleted there: whatever else lies in the folder is
 * somebody's.
 *
 * @param hashes SHA-256 of each file by its name in the folder, with / between folders; several
 *     where a file may have been replaced or not yet. Files are deleted in the order of the map, so
 *     it must have one; the last file is the list of the others
 */
public record KnownFiles(Map<String, Set<String>> hashes) {

  /** Keeps the order. */
  public KnownFiles {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    hashes.forEach((name, possible) -> copy.put(name, Set.copyOf(possible)));
    hashes = Collections.unmodifiableMap(copy);
  }

  /**
   * The first thing in a folder that is not known, as a sentence that names it; empty if there is
   * none. A known file may be missing. Links are never followed: one is not known.
   *
   * @param folder to look at
   * @param shown how to call the folder
   * @throws InvalidInputException if a file cannot be read
   */
  public Optional<String> stranger(Path folder, Path shown) {
    Visit visit = new Visit(folder, shown);
    try {
      Files.walkFileTree(folder, visit);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", shown, e);
    }
    return Optional.ofNullable(visit.found);
  }

  /** Looks for what is not known. */
  private final class Visit extends SimpleFileVisitor<Path> {
    private final Path root;
    private final Path shown;
    private final Set<String> folders;
    private String found;

    Visit(Path root, Path shown) {
      this.root = root;
      this.shown = shown;
      this.folders = folders();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.equals(root) || folders.contains(name(folder))) {
        return FileVisitResult.CONTINUE;
      }
      return found(folder, "was not written by unitscope");
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Set<String> possible = hashes.get(name(file));
      if (possible == null || !attributes.isRegularFile()) {
        return found(file, "was not written by unitscope");
      }
      if (!possible.contains(Sha256.of(file))) {
        return found(file, "was modified after unitscope wrote it");
      }
      return FileVisitResult.CONTINUE;
    }

    private FileVisitResult found(Path place, String what) {
      found = shown.resolve(root.relativize(place).toString()) + " " + what;
      return FileVisitResult.TERMINATE;
    }

    private String name(Path place) {
      return root.relativize(place).toString().replace('\\', '/');
    }
  }

  private Set<String> folders() {
    Set<String> folders = new HashSet<>();
    for (String name : hashes.keySet()) {
      for (int slash = name.lastIndexOf('/'); slash > 0; slash = name.lastIndexOf('/', slash - 1)) {
        folders.add(name.substring(0, slash));
      }
    }
    return folders;
  }

  /**
   * Deletes the known files and the folders that are empty then. Anything else stays, with the
   * folders that it is in and with the last of the known files: as long as something is left, that
   * one tells what it was.
   *
   * @param folder that may be missing
   * @throws IOException if something cannot be deleted
   */
  public void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<String> names = List.copyOf(hashes.keySet());
    for (String name : names.subList(0, Math.max(0, names.size() - 1))) {
      deleteIfKnown(folder, name);
    }
    List<String> deepestFirst = new ArrayList<>(folders());
    deepestFirst.sort((a, b) -> b.length() - a.length());
    for (String inner : deepestFirst) {
      deleteIfEmpty(folder.resolve(inner));
    }
    if (!names.isEmpty() && isAlone(folder, names.get(names.size() - 1))) {
      deleteIfKnown(folder, names.get(names.size() - 1));
    }
    deleteIfEmpty(folder);
  }

  private void deleteIfKnown(Path folder, String name) throws IOException {
    Path path = folder.resolve(name);
    if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && hashes.get(name).contains(Sha256.of(path))) {
      Files.delete(path);
    }
  }

  private static boolean isAlone(Path folder, String name) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.allMatch(path -> path.getFileName().toString().equals(name));
    }
  }

  private static void deleteIfEmpty(Path folder) throws IOException {
    try {
      Files.deleteIfExists(folder);
    } catch (DirectoryNotEmptyException e) {
      // It holds what is not ours.
    }
  }
}
