package io.github.unitscope.network.storage;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Reads arrays from a {@code .npz} archive, as {@code numpy.savez}, {@code numpy.savez_compressed}
 * and {@link NpzWriter} write them; each when it is asked for.
 *
 * <p>Everything about the file is checked: see the package. Every method throws {@link
 * InvalidInputException} with one line that names the file and the array.
 */
public final class NpzReader implements AutoCloseable {
  private final Path path;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;

  /** Of the file, in bytes. */
  private final long size;

  private NpzReader(Path path, ZipFile zip, Map<String, ZipEntry> entries, long size) {
    this.path = path;
    this.zip = zip;
    this.entries = entries;
    this.size = size;
  }

  /**
   * Opens an archive and checks the names in it.
   *
   * @throws InvalidInputException if the file is missing, not a zip archive, truncated, or has an
   *     entry that is not an array, has a path for a name, or appears twice
   */
  @MustBeClosed
  public static NpzReader open(Path path) {
    if (Files.isDirectory(path)) {
      throw new InvalidInputException(path + " is a folder where an .npz file is needed");
    }
    // Opened here first: Java's reader of archives would wait for a pipe.
    try (InputFile file = InputFile.open(path)) {
      return open(path, file.size());
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
  }

  @MustBeClosed
  private static NpzReader open(Path path, long size) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw new InvalidInputException(
          path + " is not an .npz archive, or is cut off; copy or write it again", e);
    }
    try {
      return new NpzReader(path, zip, NpzEntries.of(path, zip, size), size);
    } catch (InvalidInputException e) {
      closeQuietly(zip);
      throw e;
    } catch (IllegalArgumentException e) {
      // Java decodes the comments of entries too, and checks only their names when it opens.
      closeQuietly(zip);
      throw new InvalidInputException(
          path + " has an entry whose comment is damaged; copy or write it again", e);
    }
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** The names of the arrays, without {@code .npy}, in the order of the archive. */
  public Set<String> names() {
    return Collections.unmodifiableSet(entries.keySet());
  }

  /**
   * Reads an array of any type and shape.
   *
   * @throws InvalidInputException if there is none of that name, or it is damaged or not supported
   */
  public NpyArray get(String name) {
    ZipEntry entry = entry(name);
    return explained(name, () -> read(entry, checkedHeader(entry)));
  }

  /**
   * Reads an array that must have a type and a shape.
   *
   * @param shape the sizes of the dimensions; −1 where any size will do
   * @throws InvalidInputException also if the type or the shape is another
   */
  public NpyArray get(String name, NpyType type, int... shape) {
    ZipEntry entry = entry(name);
    NpyHeader header = explained(name, () -> header(entry));
    if (header.type() != type) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: array '%s' has dtype %s where %s is needed",
              path,
              name,
              header.type(),
              type));
    }
    if (!matches(header.shape(), shape)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: array '%s' has shape %s where %s is needed",
              path,
              name,
              shown(header.shape()),
              shown(shape).replace("-1", "any")));
    }
    return get(name);
  }

  /** Puts the names of the file and the array before whatever is wrong. */
  private <T> T explained(String name, Reading<T> reading) {
    String where = String.format(Locale.ROOT, "%s: array '%s': ", path, name);
    try {
      return reading.get();
    } catch (InvalidInputException e) {
      throw new InvalidInputException(where + e.getMessage(), e);
    } catch (IOException e) {
      String reason = e.getMessage() == null ? "it ends too early" : Quoted.bare(e.getMessage());
      throw new InvalidInputException(
          where + "it is damaged (" + reason + "); copy or write the file again", e);
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T get() throws IOException;
  }

  private static boolean matches(int[] shape, int[] needed) {
    boolean same = shape.length == needed.length;
    for (int axis = 0; same && axis < shape.length; axis++) {
      same = needed[axis] == -1 || needed[axis] == shape[axis];
    }
    return same;
  }

  private static String shown(int[] shape) {
    return Quoted.bare(Arrays.toString(shape));
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s has no array '%s'; it has %s",
              path,
              name,
              Quoted.bare(String.join(", ", List.copyOf(names())))));
    }
    return entry;
  }

  private NpyHeader header(ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return NpyHeader.read(in);
    }
  }

  /**
   * Counts the bytes that are there, since the size that an entry claims may be a lie; a deflated
   * entry is unpacked for that without being kept.
   */
  private NpyHeader checkedHeader(ZipEntry entry) throws IOException {
    NpyHeader header = header(entry);
    long needed = header.length() + (long) header.count() * header.type().bytes();
    long there = entry.getSize();
    if (there == needed) {
      try (InputStream in = zip.getInputStream(entry)) {
        there = skipUpTo(in, needed + 1);
      }
    }
    if (there != needed) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "its shape %s of %s needs %d bytes, but the file has %d; write the file again",
              shown(header.shape()),
              header.type(),
              needed,
              there));
    }
    long packed = Math.min(entry.getCompressedSize(), size);
    if (NpzEntries.isSuspicious(needed, packed)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "its %d MiB are compressed to %d bytes, as in no file of numbers; save it uncompressed",
              needed >> 20,
              packed));
    }
    long heap = Runtime.getRuntime().maxMemory();
    if (needed > heap) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "it needs %d MiB of memory; give Java more than its %d MiB with -Xmx",
              needed >> 20,
              heap >> 20));
    }
    return header;
  }

  private static long skipUpTo(InputStream in, long most) throws IOException {
    byte[] discarded = new byte[1 << 16];
    long total = 0;
    while (total < most) {
      int read = in.read(discarded, 0, (int) Math.min(discarded.length, most - total));
      if (read < 0) {
        break;
      }
      total += read;
    }
    return total;
  }

  /** Java's zip reader does not compare checksums of entries that are read by name. */
  private NpyArray read(ZipEntry entry, NpyHeader header) throws IOException {
    CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(zip.getInputStream(entry), checksum)) {
      in.skipNBytes(header.length());
      NpyArray array = NpyValues.read(header, in);
      if (checksum.getValue() != entry.getCrc()) {
        throw new IOException("its checksum does not match");
      }
      return array;
    }
  }

  @Override
  public void close() {
    closeQuietly(zip);
  }

  private static void closeQuietly(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // A file that was only read has nothing left to lose.
    }
  }
}
