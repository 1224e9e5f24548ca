package io.github.unitscope.datasets.download;

import io.github.unitscope.datasets.MaybeGzip;
import io.github.unitscope.network.storage.InputFile;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The SHA-256 of a file's content, decompressed if it is compressed with gzip. */
final class DecompressedHash {
  /** Far above any file of the datasets (47 MB): a bomb is not unpacked to its end. */
  private static final long LARGEST = 100L << 20;

  private DecompressedHash() {}

  /**
   * The hash.
   *
   * @throws IOException if the file cannot be read or decompressed, or is far too large
   */
  static String of(Path file) throws IOException {
    MessageDigest digest = Sha256.newDigest();
    byte[] chunk = new byte[1 << 16];
    long total = 0;
    try (InputFile input = InputFile.open(file);
        InputStream in = MaybeGzip.of(input)) {
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        digest.update(chunk, 0, read);
        total += read;
        if (total > LARGEST) {
          throw new IOException("more bytes than any file of the datasets has");
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
