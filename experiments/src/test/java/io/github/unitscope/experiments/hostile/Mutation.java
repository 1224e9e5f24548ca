package io.github.unitscope.experiments.hostile;

import java.util.List;

/** A change to the bytes of a file; where it makes no sense, none. */
@FunctionalInterface
interface Mutation {

  byte[] of(byte[] file);

  static byte[] all(byte[] file, List<Mutation> mutations) {
    byte[] changed = file;
    for (Mutation mutation : mutations) {
      changed = mutation.of(changed);
    }
    return changed;
  }

  /** Numbers at which sizes, offsets and counts go wrong. */
  List<Long> EXTREMES =
      List.of(
          0L,
          1L,
          -1L,
          2L,
          127L,
          255L,
          65535L,
          65536L,
          (long) Integer.MAX_VALUE,
          Integer.MAX_VALUE + 1L,
          0xFFFFFFFFL,
          1L << 33,
          1L << 48,
          Long.MAX_VALUE,
          Long.MIN_VALUE);
}
