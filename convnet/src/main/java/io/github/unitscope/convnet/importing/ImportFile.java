package io.github.unitscope.convnet.importing;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.InputFile;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The bytes of a file to import, all read at once: the file may be replaced afterwards. */
public final class ImportFile {
  private final Path path;
  private final ByteBuffer bytes;

  private ImportFile(Path path, ByteBuffer bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInputException if it cannot be read, has 2 GiB or more, or somebody wrote to it
   *     meanwhile
   */
  public static ImportFile open(Path path) {
    try (InputFile file = InputFile.open(path)) {
      return new ImportFile(path, file.buffer());
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
  }

  /** Where the bytes came from, for messages. */
  public Path path() {
    return path;
  }

  /** All bytes, from position 0; read-only. */
  public ByteBuffer bytes() {
    return bytes.asReadOnlyBuffer();
  }

  /** The SHA-256 of the bytes that the network is made of, in hexadecimal digits. */
  public String sha256() {
    return Sha256.of(bytes.duplicate());
  }

  /** Whether the file begins with these bytes. */
  public boolean startsWith(byte[] signature) {
    return bytes.limit() >= signature.length
        && bytes.slice(0, signature.length).equals(ByteBuffer.wrap(signature));
  }
}
