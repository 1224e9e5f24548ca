package io.github.unitscope.datasets.digits;

import io.github.unitscope.datasets.MaybeGzip;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.InputFile;
import io.github.unitscope.network.storage.Sha256;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An array of unsigned bytes in the IDX format of the MNIST files: two zero bytes, the type, the
 * number of dimensions, their sizes (big-endian), the values.
 *
 * @param dimensions sizes, the slowest first
 * @param values row-major; mask with 0xFF
 * @param sha256 of the decompressed file
 */
public record Idx(int[] dimensions, byte[] values, String sha256) {
  private static final int UNSIGNED_BYTE = 0x08;
  private static final int MOST_DIMENSIONS = 4;

  /** What may be compressed to almost nothing. */
  private static final long UNSUSPICIOUS_BYTES = 32L << 20;

  /** Of the values to the bytes of the file; MNIST's is 5. */
  private static final long LARGEST_RATIO = 200;

  /** Values are read in pieces, so that a header which claims too much allocates little. */
  private static final int CHUNK = 1 << 20;

  /**
   * Reads a file, compressed with gzip or not: its content decides, not its name.
   *
   * @param file to read
   * @param needed the sizes of the dimensions, −1 where any size will do; none where any dimensions
   *     will
   * @throws InvalidInputException if it is missing, not an IDX file of unsigned bytes, cut off,
   *     longer than its header says, or of other dimensions, or claims far more values than its
   *     bytes can hold; the latter two are checked before any value is read
   */
  public static Idx read(Path file, int... needed) {
    MessageDigest digest = Sha256.newDigest();
    try (InputFile input = InputFile.open(file);
        InputStream in = new DigestInputStream(MaybeGzip.of(input), digest)) {
      int[] dimensions = readHeader(file, in);
      requireDimensions(file, dimensions, needed);
      requirePlausible(file, dimensions, input.size());
      byte[] values = readValues(file, in, dimensions);
      input.requireUnchanged();
      return new Idx(dimensions, values, HexFormat.of().formatHex(digest.digest()));
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + " does not exist: check --data-dir", e);
    } catch (EOFException e) {
      throw problem(file, "is cut off; fetch or copy it again", e);
    } catch (IOException e) {
      throw problem(file, "cannot be read (" + e.getMessage() + "); fetch or copy it again", e);
    }
  }

  private static int[] readHeader(Path file, InputStream in) throws IOException {
    byte[] magic = readFully(in, 4);
    if (magic[0] != 0 || magic[1] != 0) {
      throw problem(file, "is not an IDX file: it does not begin with two zero bytes", null);
    }
    if (magic[2] != UNSIGNED_BYTE) {
      throw problem(
          file,
          String.format(
              Locale.ROOT, "holds values of type 0x%02x where bytes (0x08) are needed", magic[2]),
          null);
    }
    if (magic[3] < 1 || magic[3] > MOST_DIMENSIONS) {
      throw problem(
          file, String.format(Locale.ROOT, "claims %d dimensions", magic[3] & 0xFF), null);
    }
    ByteBuffer sizes = ByteBuffer.wrap(readFully(in, 4 * magic[3]));
    int[] dimensions = new int[magic[3]];
    long product = 1;
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = sizes.getInt();
      product *= Math.max(1, dimensions[i]);
      if (dimensions[i] < 0 || product > Integer.MAX_VALUE - 8) {
        throw problem(file, "claims 2^31 values or more", null);
      }
    }
    return dimensions;
  }

  private static void requireDimensions(Path file, int[] dimensions, int[] needed) {
    if (needed.length == 0) {
      return;
    }
    boolean same = dimensions.length == needed.length;
    for (int i = 0; same && i < needed.length; i++) {
      same = needed[i] == -1 || needed[i] == dimensions[i];
    }
    if (!same) {
      throw problem(
          file,
          String.format(
              Locale.ROOT,
              "has the dimensions %s where %s are needed: is it another file?",
              Arrays.toString(dimensions),
              Arrays.toString(needed).replace("-1", "any")),
          null);
    }
  }

  /** A small compressed file may be a bomb. */
  private static void requirePlausible(Path file, int[] dimensions, long bytes) {
    long count = count(dimensions);
    if (count > UNSUSPICIOUS_BYTES && count > LARGEST_RATIO * bytes) {
      throw problem(
          file,
          String.format(
              Locale.ROOT,
              "claims %d values in %d bytes: it is cut off or damaged; fetch or copy it again",
              count,
              bytes),
          null);
    }
  }

  private static int count(int[] dimensions) {
    return Arrays.stream(dimensions).reduce(1, (a, b) -> a * b);
  }

  private static byte[] readValues(Path file, InputStream in, int[] dimensions) throws IOException {
    int count = count(dimensions);
    byte[] values = new byte[Math.min(count, CHUNK)];
    int read = 0;
    while (read < count) {
      if (read == values.length) {
        values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
      }
      int more = in.readNBytes(values, read, values.length - read);
      if (more == 0) {
        throw problem(
            file,
            String.format(
                Locale.ROOT,
                "is cut off after %d of %d values; fetch or copy it again",
                read,
                count),
            null);
      }
      read += more;
    }
    if (in.read() >= 0) {
      throw problem(
          file,
          String.format(
              Locale.ROOT, "has trailing data after %d values; fetch or copy it again", count),
          null);
    }
    return values;
  }

  private static byte[] readFully(InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException();
    }
    return bytes;
  }

  private static InvalidInputException problem(Path file, String what, Exception cause) {
    return new InvalidInputException(file + " " + what, cause);
  }
}
