package io.github.unitscope.network.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 hashes, as 64 lower-case hexadecimal digits. */
public final class Sha256 {
  private Sha256() {}

  /** The hash of the bytes. */
  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(newDigest().digest(bytes));
  }

  /** The hash of the bytes that a buffer has left, which are taken. */
  public static String of(ByteBuffer bytes) {
    MessageDigest digest = newDigest();
    digest.update(bytes);
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The hash of a file's bytes.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if it cannot be read, or
   *     somebody wrote to it meanwhile
   */
  public static String of(Path file) {
    try (InputFile input = InputFile.open(file)) {
      String hash = of(input.stream());
      input.requireUnchanged();
      return hash;
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }

  /** The hash of the bytes up to the end of the stream, which stays open. */
  public static String of(InputStream in) throws IOException {
    MessageDigest digest = newDigest();
    byte[] chunk = new byte[1 << 16];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      digest.update(chunk, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A digest to be fed piece by piece. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
