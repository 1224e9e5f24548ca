package io.github.unitscope.provenance;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.AtomicFile;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.Json;
import io.github.unitscope.network.storage.KnownFiles;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.NpzWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The folder {@code NAME.partial}, in which a run keeps what it has done until it is complete.
 * Every file appears whole or not at all, and its hash stands in the folder's {@link Ledger}
 * before: what does not stand there is somebody's, and is neither read nor replaced nor deleted.
 */
public final class StateFolder {
  /** Says of which run the state is. */
  static final String WHOSE = "run.json";

  private final Path path;
  private final Ledger ledger;

  /**
   * @param path of the folder, which need not exist
   */
  StateFolder(Path path) {
    this.path = path;
    this.ledger = new Ledger(path.resolve(Ledger.NAME));
  }

  /** Where the folder is. */
  public Path path() {
    return path;
  }

  /** Whether there is a file of that name. */
  public boolean has(String name) {
    return Files.isRegularFile(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Where a file of the folder is, to read it. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /**
   * Writes a file in place of an earlier one of that name.
   *
   * @param name without folders
   * @throws InvalidInputException if it cannot be written; the earlier one is then still there
   */
  public void write(String name, AtomicFile.Content content) {
    AtomicFile.write(path.resolve(name), content, hash -> ledger.add(name, hash));
  }

  /** Writes a record as JSON. */
  public void writeJson(String name, Object value) {
    byte[] bytes = Json.text(value).getBytes(StandardCharsets.UTF_8);
    write(name, out -> out.write(bytes));
  }

  /** Writes arrays, in the order of the map. */
  public void writeArrays(String name, Map<String, NpyArray> arrays) {
    write(
        name,
        out -> {
          NpzWriter npz = NpzWriter.stored(out);
          for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
            npz.add(array.getKey(), array.getValue());
          }
          npz.close();
        });
  }

  /** Whether a run has left its state here. */
  boolean hasRun() {
    return has(WHOSE);
  }

  /** Whether a kill came while the folder was deleted, and left the list or nothing in it. */
  boolean isEmptied() {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && !hasRun()
        && isBare()
        && known().stranger(path, path).isEmpty();
  }

  /** Whether nothing is kept but of which run it is. */
  boolean isBare() {
    return content().stream()
        .map(file -> file.getFileName().toString())
        .allMatch(name -> name.equals(WHOSE) || name.equals(Ledger.NAME));
  }

  /**
   * Looks at all that is there.
   *
   * @param shown how to call the folder
   * @throws InvalidInputException if something was not written by a run of unitscope, or was
   *     changed since
   */
  void requireOurs(Path shown) {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          shown + " was not written by unitscope, and its name is needed: move it away");
    }
    deleteUnfinished();
    Optional<String> stranger = known().stranger(path, shown);
    if (stranger.isPresent()) {
      throw new InvalidInputException(stranger.get() + ": move it away, or give another --out");
    }
  }

  /**
   * Deletes all that the run wrote, and the folder if it is empty then.
   *
   * @throws InvalidInputException if something cannot be deleted
   */
  void delete() {
    if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      deleteUnfinished();
      known().delete(path);
    } catch (IOException e) {
      throw FileProblem.of("cannot delete", path, e);
    }
  }

  /** Of which run the state is, and the list, come last: a kill between leaves what is known. */
  private KnownFiles known() {
    Map<String, Set<String>> files = ledger.read();
    Set<String> whose = files.remove(WHOSE);
    if (whose != null) {
      files.put(WHOSE, whose);
    }
    if (ledger.exists()) {
      files.put(Ledger.NAME, ledger.hash());
    }
    return new KnownFiles(files);
  }

  /** What a kill left of files that were being written; only the holder of the place comes here. */
  private void deleteUnfinished() {
    for (Path file : content()) {
      if (AtomicFile.isUnfinished(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw FileProblem.of("cannot delete", file, e);
        }
      }
    }
  }

  private List<Path> content() {
    List<Path> content = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      files.forEach(content::add);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    } catch (DirectoryIteratorException e) {
      throw FileProblem.of("cannot read", path, e.getCause());
    }
    return content;
  }
}
