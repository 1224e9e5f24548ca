package io.github.unitscope.datasets.download;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fetches the files of a dataset. A file that is there and right is not fetched again; what a
 * broken connection left is resumed; what arrives with wrong bytes is thrown away and the next
 * mirror tried. A file that is there with other bytes is somebody's, and is named. A file gets its
 * name only when its bytes have the SHA-256 that is known of it.
 *
 * @param dataset to fetch
 * @param patience how long a server may be silent
 */
public record Download(PublicDataset dataset, Duration patience) {
  /** Longer than any healthy server is silent. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Fetches what is missing.
   *
   * @param folder that the files go to; made if it is missing
   * @return how many files were fetched
   * @throws InvalidInputException if no mirror has a file, or the folder cannot be written; what
   *     has arrived of a broken transfer stays for the next try
   */
  public int fetch(Path folder, DownloadListener listener) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw FileProblem.of("cannot write to", folder, e);
    }
    int fetched = 0;
    for (RemoteFile file : dataset.files()) {
      if (!isThere(file, folder)) {
        requireFree(folder.resolve(file.name()));
        fetch(file, folder, listener);
        fetched++;
      }
    }
    return fetched;
  }

  /** A part that an earlier try left may be of another file: then the transfer starts anew. */
  private void transfer(RemoteFile file, URI source, Path part, DownloadListener listener)
      throws TransferException, IOException {
    boolean resumes = Files.exists(part);
    new Transfer(source, part, patience, LowestRate.DEFAULT, listener).run();
    if (hasBytesOf(file, part)) {
      return;
    }
    Files.deleteIfExists(part);
    if (!resumes) {
      throw new TransferException("its bytes are not those of " + dataset.title());
    }
    transfer(file, source, part, listener);
  }

  /** Other data are laid out in the same way under the same names. */
  private void requireFree(Path path) {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s is not the file of %s that would be fetched: it is damaged, or other data; move it away",
              path,
              dataset.title()));
    }
  }

  /** Compressed or else, as {@code gunzip} leaves it, not. */
  private static boolean isThere(RemoteFile file, Path folder) {
    Path path = folder.resolve(file.name());
    Path unpacked = folder.resolve(file.name().replaceAll("\\.gz$", ""));
    return hasBytesOf(file, Files.exists(path) ? path : unpacked);
  }

  private static boolean hasBytesOf(RemoteFile file, Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try {
      return DecompressedHash.of(path).equals(file.sha256());
    } catch (IOException e) {
      return false;
    }
  }

  /** Somebody else may have fetched the file meanwhile. */
  private void finish(RemoteFile file, Path part, Path path) throws IOException {
    if (hasBytesOf(file, path)) {
      Files.deleteIfExists(part);
    } else {
      requireFree(path);
      Files.move(part, path);
    }
  }

  private void fetch(RemoteFile file, Path folder, DownloadListener listener) {
    String name = file.name();
    Path part = folder.resolve(name + ".part");
    List<String> failures = new ArrayList<>();
    for (URI mirror : dataset.mirrors()) {
      try {
        transfer(file, mirror.resolve(name), part, listener);
        finish(file, part, folder.resolve(name));
        return;
      } catch (TransferException e) {
        failures.add(String.format(Locale.ROOT, "%s: %s", mirror.getHost(), e.getMessage()));
      } catch (IOException e) {
        throw FileProblem.of("cannot write", part, e);
      }
    }
    throw new InvalidInputException(
        String.format(
            Locale.ROOT,
            "%s could not be fetched (%s): try again later to resume the download, or put the file into %s",
            name,
            String.join("; ", failures),
            folder));
  }
}
