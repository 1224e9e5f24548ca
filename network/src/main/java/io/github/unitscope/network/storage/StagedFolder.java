package io.github.unitscope.network.storage;

import io.github.unitscope.network.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder that appears whole or not at all: it is written beside its final place and moved there
 * by {@link #commit}. Closing it before that removes what was written; a killed process leaves a
 * hidden folder, which the next run for the same place removes.
 *
 * <pre>{@code
 * try (StagedFolder folder = StagedFolder.create(Path.of("runs/a"), false)) {
 *   Files.writeString(folder.resolve("manifest.json"), text);
 *   folder.commit();
 * }
 * }</pre>
 */
public final class StagedFolder implements AutoCloseable {
  /** What tells a folder of unitscope from others: only such a folder may be replaced. */
  public static final String MANIFEST = "manifest.json";

  private final Path target;
  private final Path staging;
  private final boolean force;
  private boolean committed;

  private StagedFolder(Path target, Path staging, boolean force) {
    this.target = target;
    this.staging = staging;
    this.force = force;
  }

  /**
   * Begins a folder.
   *
   * @param target its final place; missing parents are made
   * @param force whether an existing folder of unitscope may be replaced
   * @throws InvalidInputException if the place is taken or cannot be written
   */
  public static StagedFolder create(Path target, boolean force) {
    Path place = target.toAbsolutePath().normalize();
    requireFree(place, force);
    Path parent = place.getParent();
    try {
      Files.createDirectories(parent);
      removeLeftovers(place);
      Path staging = parent.resolve(prefix(place) + ProcessHandle.current().pid());
      Files.createDirectory(staging);
      return new StagedFolder(place, staging, force);
    } catch (IOException e) {
      throw FileProblem.of("cannot write", target, e);
    }
  }

  private static void requireFree(Path place, boolean force) {
    if (place.getFileName() == null) {
      throw new InvalidInputException(place + " cannot be an output folder: name one below it");
    }
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw new InvalidInputException(
          place + " is a file where a folder is to be written: give another --out");
    }
    boolean ours = Files.exists(place.resolve(MANIFEST));
    if (force && !ours && !isEmpty(place)) {
      throw new InvalidInputException(
          "%s was not written by unitscope (it has no %s) and is not replaced: give another --out"
              .formatted(place, MANIFEST));
    }
    if (!force) {
      throw new InvalidInputException(
          place + " exists: give another --out, or --force to replace it");
    }
  }

  private static boolean isEmpty(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw FileProblem.of("cannot read", folder, e);
    }
  }

  private static String prefix(Path place) {
    return "." + place.getFileName() + ".partial-";
  }

  /** Removes what processes that are gone left behind, or this one in an earlier run. */
  private static void removeLeftovers(Path place) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> siblings = Files.list(place.getParent())) {
      leftovers = siblings.filter(path -> isLeftover(path, prefix(place))).toList();
    }
    for (Path leftover : leftovers) {
      removeAll(leftover);
    }
  }

  private static boolean isLeftover(Path path, String prefix) {
    String name = path.getFileName().toString();
    if (!name.matches(Pattern.quote(prefix) + "\\d{1,18}")) {
      return false;
    }
    long pid = Long.parseLong(name.substring(prefix.length()));
    boolean alive = ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    return !alive || pid == ProcessHandle.current().pid();
  }

  /** Where it will be. */
  public Path target() {
    return target;
  }

  /** Where a file of the folder is to be written now. */
  public Path resolve(String name) {
    return staging.resolve(name);
  }

  /**
   * Moves the folder to its place.
   *
   * @throws InvalidInputException if it cannot be moved; what was there before stays
   */
  public void commit() {
    Path replaced = target.resolveSibling(staging.getFileName() + "-replaced");
    try {
      // Somebody else may have taken the place meanwhile.
      requireFree(target, force);
      boolean replaces = Files.exists(target);
      if (replaces) {
        Files.move(target, replaced);
      }
      try {
        Files.move(staging, target);
        committed = true;
      } catch (IOException e) {
        if (replaces) {
          Files.move(replaced, target);
        }
        throw e;
      }
      if (replaces) {
        removeAll(replaced);
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot write", target, e);
    }
  }

  @Override
  public void close() {
    if (!committed) {
      try {
        removeAll(staging);
      } catch (IOException e) {
        throw FileProblem.of("cannot remove", staging, e);
      }
    }
  }

  private static void removeAll(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(folder)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
