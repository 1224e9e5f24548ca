package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What an archive says of its arrays, checked before any is read. */
final class NpzEntries {
  /** What arrays may take that are compressed to almost nothing. */
  private static final long UNSUSPICIOUS_BYTES = 32L << 20;

  /** Zeros are compressed a thousandfold, numbers of a model hardly at all. */
  private static final long LARGEST_RATIO = 200;

  private NpzEntries() {}

  /**
   * The entries of an archive by the names of their arrays, in the order of the archive.
   *
   * @param size of the file in bytes
   * @throws InvalidInputException if an entry is not an array, has a path for a name or appears
   *     twice, or the entries claim what the file cannot hold
   */
  static Map<String, ZipEntry> of(Path path, ZipFile zip, long size) {
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String file = entry.getName();
      if (!file.endsWith(ArrayName.SUFFIX)) {
        throw new InvalidInputException(
            path + " has the entry " + Quoted.of(file) + ", which is not a .npy array");
      }
      String name = file.substring(0, file.length() - ArrayName.SUFFIX.length());
      if (!ArrayName.isAllowed(name)) {
        throw new InvalidInputException(
            path + " has the entry " + Quoted.of(file) + "; give arrays plain names, not paths");
      }
      if (entries.put(name, entry) != null) {
        throw new InvalidInputException(
            path + " has the array " + Quoted.of(name) + " twice; write it again");
      }
    }
    requirePlausible(path, entries.values(), size);
    return entries;
  }

  /**
   * All arrays together must be as plausible as one: thousands that share their bytes, or that are
   * each a small bomb, would take hours.
   */
  private static void requirePlausible(Path path, Collection<ZipEntry> entries, long size) {
    long packed = 0;
    long unpacked = 0;
    for (ZipEntry entry : entries) {
      packed = sum(packed, entry.getCompressedSize());
      unpacked = sum(unpacked, entry.getSize());
    }
    if (packed > size) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s has arrays of %d bytes in a file of %d, so they share bytes; write it again",
              path,
              packed,
              size));
    }
    if (isSuspicious(unpacked, size)) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s: its %d MiB are compressed to %d bytes, as in no file of numbers; save it uncompressed",
              path,
              unpacked >> 20,
              size));
    }
  }

  /** A size that is not known, or as large as no file, is too large. */
  private static long sum(long before, long more) {
    long sum = before + more;
    return more < 0 || sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Whether so much was packed into so few bytes that it cannot be numbers of a model. */
  static boolean isSuspicious(long unpacked, long packed) {
    return unpacked > UNSUSPICIOUS_BYTES && unpacked / LARGEST_RATIO > packed;
  }
}
