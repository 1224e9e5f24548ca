package io.github.unitscope.datasets.download;

import io.github.unitscope.datasets.MnistFile;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Fetches the four files of MNIST. A file that is there and right is not fetched again; what a
 * broken connection left is gone on with; a file with wrong bytes is thrown away and the next
 * mirror tried. A file gets its name only when its decompressed bytes have the official SHA-256.
 *
 * @param mirrors folders on the web, tried in this order; each ends with a slash
 * @param patience how long a server may be silent
 * @param hashes the SHA-256 that every file has to have, decompressed
 */
public record MnistDownload(List<URI> mirrors, Duration patience, Map<MnistFile, String> hashes) {
  /** Public copies of the official files. */
  public static final List<URI> MIRRORS =
      List.of(
          URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
          URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"));

  /** Longer than any healthy server is silent. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * @throws InvalidInputException if there is no mirror
   */
  public MnistDownload {
    mirrors = List.copyOf(mirrors);
    hashes = Map.copyOf(hashes);
    if (mirrors.isEmpty()) {
      throw new InvalidInputException("there is no mirror to fetch MNIST from: give --mirror");
    }
  }

  /**
   * The official files.
   *
   * @throws InvalidInputException if there is no mirror
   */
  public MnistDownload(List<URI> mirrors, Duration patience) {
    this(
        mirrors,
        patience,
        Stream.of(MnistFile.values()).collect(Collectors.toMap(f -> f, MnistFile::sha256)));
  }

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
    for (MnistFile file : MnistFile.values()) {
      if (!isRight(file, file.in(folder))) {
        fetch(file, folder, listener);
        fetched++;
      }
    }
    return fetched;
  }

  /** A part that an earlier try left may be of another file: then the transfer starts anew. */
  private void transfer(MnistFile file, URI source, Path part, DownloadListener listener)
      throws TransferException, IOException {
    boolean resumes = Files.exists(part);
    new Transfer(source, part, patience, listener).run();
    if (isRight(file, part)) {
      return;
    }
    Files.deleteIfExists(part);
    if (!resumes) {
      throw new TransferException("its bytes are not those of MNIST");
    }
    transfer(file, source, part, listener);
  }

  private boolean isRight(MnistFile file, Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try {
      return DecompressedHash.of(path).equals(hashes.get(file));
    } catch (IOException e) {
      return false;
    }
  }

  private void fetch(MnistFile file, Path folder, DownloadListener listener) {
    String name = file.fileName() + ".gz";
    Path part = folder.resolve(name + ".part");
    List<String> failures = new ArrayList<>();
    for (URI mirror : mirrors) {
      try {
        transfer(file, mirror.resolve(name), part, listener);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        return;
      } catch (TransferException e) {
        failures.add("%s: %s".formatted(mirror.getHost(), e.getMessage()));
      } catch (IOException e) {
        throw FileProblem.of("cannot write", part, e);
      }
    }
    throw new InvalidInputException(
        "%s could not be fetched (%s): try again later, it goes on where it stopped, or put the file into %s"
            .formatted(name, String.join("; ", failures), folder));
  }
}
