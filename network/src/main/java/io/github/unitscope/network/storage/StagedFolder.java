package io.github.unitscope.network.storage;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.TemporaryName.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A folder that appears at its place whole or not at all.
 *
 * <p>Files are written into a hidden folder beside the final place, which {@link #commit} moves
 * there in one step. A run that fails or is killed leaves the final place as it was; what a killed
 * run leaves hidden is taken away by the next one for the same place.
 *
 * <pre>{@code
 * try (StagedFolder staged = StagedFolder.create(out, force)) {
 *   AtomicFile.write(staged.resolve("table.csv"), bytes);
 *   staged.commit();
 * }
 * }</pre>
 */
public final class StagedFolder implements AutoCloseable {
  /** The file by which a folder is known to be unitscope's own. */
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
   * @param target where it shall be; missing parents are made
   * @param force whether a folder that unitscope wrote, or an empty one, may be replaced
   * @throws InvalidInputException if something is there that may not be replaced, or the parent
   *     cannot be written to
   */
  public static StagedFolder create(Path target, boolean force) {
    Path place = target.toAbsolutePath().normalize();
    if (place.getFileName() == null) {
      throw new InvalidInputException(target + " cannot be an output folder: name one below it");
    }
    try {
      Files.createDirectories(place.getParent());
      TemporaryName.cleanUp(place);
      requireFree(target, place, force);
      if (Files.isSymbolicLink(place)) {
        place = place.toRealPath();
        TemporaryName.cleanUp(place);
      }
      Path staging = TemporaryName.beside(place, Kind.NEW);
      Files.createDirectory(staging);
      return new StagedFolder(place, staging, force);
    } catch (IOException e) {
      throw FileProblem.of("cannot make the folder", target, e);
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
   * @throws InvalidInputException if something has appeared there meanwhile, or moving fails; what
   *     was there is then still there
   */
  public void commit() {
    if (committed) {
      throw new IllegalStateException(target + " is committed");
    }
    try {
      requireFree(target, target, force);
      FolderTree.force(staging);
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        replace();
      } else {
        moveIntoPlace();
      }
      committed = true;
    } catch (IOException e) {
      throw FileProblem.of("cannot move the finished run to", target, e);
    }
  }

  private void moveIntoPlace() throws IOException {
    Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private void replace() throws IOException {
    Path old = TemporaryName.beside(target, Kind.OLD);
    Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    try {
      moveIntoPlace();
    } catch (IOException e) {
      Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    deleteQuietly(old);
  }

  /** Takes away what was written, unless it was committed. */
  @Override
  public void close() {
    if (!committed) {
      deleteQuietly(staging);
    }
  }

  /** What cannot be deleted now is taken away by the next run for this place. */
  private static void deleteQuietly(Path folder) {
    try {
      FolderTree.delete(folder);
    } catch (IOException e) {
      // The new folder stands, or another failure led here: either matters more.
    }
  }

  private static void requireFree(Path shown, Path place, boolean force) throws IOException {
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.isDirectory(place)) {
      throw new InvalidInputException(
          shown + " is a file where a folder is to be written: give another --out");
    }
    if (!force) {
      throw new InvalidInputException(
          shown + " exists: give another --out, or --force to replace it");
    }
    if (!isEmpty(place) && !isOurs(place)) {
      throw new InvalidInputException(
          shown
              + " was not written by unitscope (no manifest.json names it) and is not replaced:"
              + " give another --out");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.findAny().isEmpty();
    }
  }

  /** Others call files manifest.json too: ours names unitscope, among the versions. */
  private static boolean isOurs(Path folder) throws IOException {
    Path manifest = folder.resolve(MANIFEST);
    if (!Files.isRegularFile(manifest)) {
      return false;
    }
    try (InputFile file = InputFile.open(manifest)) {
      return new String(file.stream().readNBytes(1 << 20), StandardCharsets.UTF_8)
          .contains("\"unitscope\"");
    }
  }
}
