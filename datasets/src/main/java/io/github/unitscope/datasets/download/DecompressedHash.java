package io.github.unitscope.datasets.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** The SHA-256 of a file's content, decompressed if it is compressed with gzip. */
final class DecompressedHash {
  /** Far above any file of MNIST (47 MB): a bomb is not unpacked to its end. */
  private static final long LARGEST = 100L << 20;

  private DecompressedHash() {}

  /**
   * The hash.
   *
   * @throws IOException if the file cannot be read or decompressed, or is far too large
   */
  static String of(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] chunk = new byte[1 << 16];
    long total = 0;
    try (InputStream in = open(file)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        total += read;
        if (total > LARGEST) {
          throw new IOException("more bytes than any file of MNIST has");
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file));
    raw.mark(2);
    boolean gzip = raw.read() == 0x1F && raw.read() == 0x8B;
    raw.reset();
    try {
      return gzip ? new GZIPInputStream(raw) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
