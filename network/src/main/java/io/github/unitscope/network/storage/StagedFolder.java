package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.TemporaryName.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A folder that appears at its place whole or not at all.
 *
 * <p>Files are written into a hidden folder beside the final place, which {@link #commit} moves
 * there in one step. A run that fails or is killed leaves the final place as it was. An earlier
 * folder that is replaced is moved aside until the new one stands, and only the files that an
 * {@link Owner} knows are deleted of it.
 *
 * <p>The caller keeps other processes away from the place; what lies hidden beside it was then left
 * by a process that was killed, and is put back or taken away first.
 *
 * <pre>{@code
 * try (StagedFolder staged = StagedFolder.create(out, owner)) {
 *   AtomicFile.write(staged.resolve("table.csv"), bytes);
 *   staged.commit();
 * }
 * }</pre>
 */
public final class StagedFolder implements AutoCloseable {
  /** The file in which a folder says what unitscope wrote there. */
  public static final String MANIFEST = "manifest.json";

  private final Path target;
  private final Path staging;
  private final Owner owner;
  private final boolean force;
  private boolean committed;

  private StagedFolder(Path target, Path staging, Owner owner, boolean force) {
    this.target = target;
    this.staging = staging;
    this.owner = owner;
    this.force = force;
  }

  /** Knows what unitscope wrote into a folder. */
  @FunctionalInterface
  public interface Owner {
    /**
     * The files of a folder that was written as a whole.
     *
     * @param folder where they are
     * @throws InvalidInputException if the folder does not say so
     */
    KnownFiles filesOf(Path folder);
  }

  /**
   * Begins a folder.
   *
   * @param target where it shall be; missing parents are made
   * @param owner says what an earlier folder at that place, or what is left of one, consists of
   * @param force whether an earlier folder may be replaced, if the owner knows all that is in it;
   *     an empty one may
   * @throws InvalidInputException if something is there that may not be replaced, or the parent
   *     cannot be written to; nothing was touched then
   */
  public static StagedFolder create(Path target, Owner owner, boolean force) {
    Path place = target.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new InvalidInputException(target + " cannot be an output folder: name one below it");
    }
    try {
      Files.createDirectories(place.getParent());
      cleanUpBeside(place, owner);
      if (Files.isSymbolicLink(place) && Files.isDirectory(place)) {
        place = place.toRealPath();
        cleanUpBeside(place, owner);
      }
      requireReplaceable(target, place, owner, force);
      Path staging = TemporaryName.beside(place, Kind.NEW);
      Files.createDirectory(staging);
      return new StagedFolder(place, staging, owner, force);
    } catch (IOException e) {
      throw FileProblem.of("cannot make the folder", target, e);
    }
  }

  /**
   * Where the folder of a place is: hidden beside it, if the run that was to replace it was killed
   * between its two steps.
   *
   * @param place as somebody named it
   * @return the same where something is there, or nothing is aside either
   */
  public static Path standing(Path place) {
    if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return place;
    }
    Path absolute = place.toAbsolutePath().normalize();
    try {
      return TemporaryName.of(absolute).stream()
          .filter(left -> left.kind() == Kind.OLD)
          .map(TemporaryName::path)
          .findFirst()
          .orElse(place);
    } catch (IOException e) {
      // Whoever looks for the folder says that it is not there.
      return place;
    }
  }

  /** Whether processes have something hidden beside a place. */
  public static boolean hasLeftovers(Path target) {
    try {
      return !TemporaryName.of(target.toAbsolutePath().normalize()).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Puts back what a killed process had only moved aside, and takes away what else it left.
   *
   * @param target the place, to which no other process writes now
   * @param owner says what a folder that was moved aside consists of
   * @throws InvalidInputException if something cannot be moved or deleted
   */
  public static void cleanUp(Path target, Owner owner) {
    try {
      cleanUpBeside(target.toAbsolutePath().normalize(), owner);
    } catch (IOException e) {
      throw FileProblem.of("cannot clean up beside", target, e);
    }
  }

  private static void cleanUpBeside(Path place, Owner owner) throws IOException {
    for (TemporaryName left : TemporaryName.of(place)) {
      boolean gone = !Files.exists(place, LinkOption.NOFOLLOW_LINKS);
      if (left.kind() == Kind.NEW) {
        FolderTree.delete(left.path());
      } else if (gone) {
        Files.move(left.path(), place, StandardCopyOption.ATOMIC_MOVE);
      } else {
        deleteKnown(left.path(), owner);
      }
    }
  }

  /** Where a file of the folder is to be written now: not its final place. */
  public Path resolve(String name) {
    return staging.resolve(name);
  }

  /** Where the folder will be. */
  public Path target() {
    return target;
  }

  /**
   * Moves the folder to its final place; an old one is deleted only then.
   *
   * @throws InvalidInputException if something has appeared there meanwhile that may not be
   *     replaced, or moving fails; what was there is then still there
   */
  public void commit() {
    if (committed) {
      throw new IllegalStateException(target + " is committed");
    }
    try {
      requireReplaceable(target, target, owner, force);
      FolderTree.force(staging);
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        replace();
      } else {
        moveIntoPlace();
      }
    } catch (IOException e) {
      throw FileProblem.of("cannot move the finished run to", target, e);
    }
  }

  private void moveIntoPlace() throws IOException {
    Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
    committed = true;
  }

  private void replace() throws IOException {
    Path old = TemporaryName.beside(target, Kind.OLD);
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      // Once more, where nobody writes any longer.
      requireKnown(target, old, owner);
      moveIntoPlace();
    } catch (IOException | InvalidInputException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    deleteKnown(old, owner);
  }

  /** Takes away what was written, unless it was committed. */
  @Override
  public void close() {
    if (!committed) {
      try {
        FolderTree.delete(staging);
      } catch (IOException e) {
        // Another failure led here, and matters more; the next run for this place takes it away.
      }
    }
  }

  /** What cannot be deleted now is taken away by the next run for this place. */
  private static void deleteKnown(Path folder, Owner owner) {
    try {
      if (isEmpty(folder)) {
        Files.delete(folder);
      } else {
        owner.filesOf(folder).delete(folder);
      }
    } catch (IOException | InvalidInputException e) {
      // The new folder stands, which matters more.
    }
  }

  private static void requireReplaceable(Path shown, Path place, Owner owner, boolean force)
      throws IOException {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          shown + " is a file where a folder is to be written: give another --out");
    }
    if (!force) {
      throw new InvalidInputException(
          shown + " exists: give another --out, or --force to replace it");
    }
    requireKnown(shown, place, owner);
  }

  private static void requireKnown(Path shown, Path place, Owner owner) throws IOException {
    if (isEmpty(place)) {
      return;
    }
    KnownFiles known;
    try {
      known = owner.filesOf(place);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(
          shown + " is not replaced (" + e.getMessage() + "): give another --out", e);
    }
    Optional<String> stranger = known.stranger(place, shown);
    if (stranger.isPresent()) {
      throw new InvalidInputException(
          stranger.get() + ", so the folder is not replaced: move it away, or give another --out");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }
}
