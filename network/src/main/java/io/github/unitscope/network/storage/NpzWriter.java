package io.github.unitscope.network.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes arrays into a {@code .npz} archive, one after the other; {@code numpy.load} reads it.
 *
 * <p>Nothing but the array at hand is in memory. Equal arrays in the same order give the same
 * bytes: entries carry a fixed time.
 *
 * <pre>{@code
 * try (NpzWriter npz = NpzWriter.stored(out)) {
 *   npz.add("images", NpyArray.of(pixels, 36, 28, 28));
 * }
 * }</pre>
 */
public final class NpzWriter implements AutoCloseable {
  /** Not 1 January 1980: Java adds a field that depends on the time zone to that one. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final ZipOutputStream zip;
  private final boolean deflate;
  private final Set<String> names = new HashSet<>();

  private NpzWriter(OutputStream out, boolean deflate) {
    this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
    this.deflate = deflate;
  }

  /** Writes uncompressed entries, as {@code numpy.savez} does. Closing closes {@code out}. */
  public static NpzWriter stored(OutputStream out) {
    return new NpzWriter(out, false);
  }

  /**
   * Writes compressed entries, as {@code numpy.savez_compressed} does. Closing closes {@code out}.
   * The bytes then depend on the Java runtime's version of zlib too.
   */
  public static NpzWriter deflated(OutputStream out) {
    return new NpzWriter(out, true);
  }

  /**
   * Appends an array.
   *
   * @param name without {@code .npy}; 1 to 200 characters, none of them / \ : or a control
   * @return this
   * @throws IllegalArgumentException if the name is not allowed or was given before
   * @throws IOException if writing fails
   */
  public NpzWriter add(String name, NpyArray array) throws IOException {
    byte[] header = NpyHeader.encode(array.type(), array.shape());
    long size = header.length + (long) array.size() * array.type().bytes();
    return append(name, size, out -> writeArray(header, array, out));
  }

  /**
   * Appends a float32 array [rows, columns] row by row, so that a large one needs no second copy.
   *
   * @param name as for {@link #add}
   * @param source gives the row of an index. It is asked for every row, in order, and again where
   *     entries are not compressed; both times it must give the same
   * @return this
   * @throws IllegalArgumentException if the name is not allowed or was given before, a size is
   *     negative, there are 2^31 values or more, or a row does not have {@code columns} values
   * @throws IOException if writing fails or a row was another the second time
   */
  public NpzWriter addRows(String name, int rows, int columns, IntFunction<float[]> source)
      throws IOException {
    long count = (long) rows * columns;
    if (rows < 0 || columns < 0 || count > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("an array cannot be " + rows + " x " + columns);
    }
    byte[] header = NpyHeader.encode(NpyType.FLOAT32, rows, columns);
    long size = header.length + count * NpyType.FLOAT32.bytes();
    return append(name, size, out -> writeRows(header, rows, columns, source, out));
  }

  private static void writeArray(byte[] header, NpyArray array, OutputStream out)
      throws IOException {
    out.write(header);
    NpyValues.write(array, out);
  }

  private static void writeRows(
      byte[] header, int rows, int columns, IntFunction<float[]> source, OutputStream out)
      throws IOException {
    out.write(header);
    NpyValues.writeRows(rows, columns, source, out);
  }

  private NpzWriter append(String name, long size, AtomicFile.Content content) throws IOException {
    if (!ArrayName.isAllowed(name) || !names.add(name)) {
      throw new IllegalArgumentException("array name " + Quoted.of(name) + " is taken or invalid");
    }
    ZipEntry entry = new ZipEntry(name + ArrayName.SUFFIX);
    entry.setTimeLocal(TIME);
    if (!deflate) {
      describeStored(entry, size, content);
    }
    zip.putNextEntry(entry);
    content.writeTo(zip);
    zip.closeEntry();
    return this;
  }

  /** An uncompressed entry names its size and checksum before its bytes, so these come first. */
  private static void describeStored(ZipEntry entry, long size, AtomicFile.Content content)
      throws IOException {
    CRC32 checksum = new CRC32();
    content.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum));
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCrc(checksum.getValue());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
