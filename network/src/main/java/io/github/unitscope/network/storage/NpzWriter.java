package io.github.unitscope.network.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
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
    if (!ArrayName.isAllowed(name) || !names.add(name)) {
      throw new IllegalArgumentException("array name " + Quoted.of(name) + " is taken or invalid");
    }
    byte[] header = NpyHeader.encode(array);
    ZipEntry entry = new ZipEntry(name + ArrayName.SUFFIX);
    entry.setTimeLocal(TIME);
    if (!deflate) {
      describeStored(entry, header, array);
    }
    zip.putNextEntry(entry);
    zip.write(header);
    NpyValues.write(array, zip);
    zip.closeEntry();
    return this;
  }

  /** An uncompressed entry names its size and checksum before its bytes, so these come first. */
  private static void describeStored(ZipEntry entry, byte[] header, NpyArray array)
      throws IOException {
    CRC32 checksum = new CRC32();
    CheckedOutputStream counted =
        new CheckedOutputStream(OutputStream.nullOutputStream(), checksum);
    counted.write(header);
    NpyValues.write(array, counted);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(header.length + (long) array.size() * array.type().bytes());
    entry.setCrc(checksum.getValue());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
