package io.github.unitscope.network.numerics;

import io.github.unitscope.network.InvalidInputException;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * Refuses what cannot fit into memory before room is made for it: options that ask for too much are
 * answered at once, and with how much that would be.
 */
public final class MemoryNeed {
  private static final double GIGABYTE = 1e9;

  private MemoryNeed() {}

  /**
   * Checks that something fits into the heap of this virtual machine as a whole; whether there is
   * room for it now only making room can tell.
   *
   * @param what needs the memory, in the plural; with the option to change
   * @param bytes that it needs, also more than a long could count
   * @throws InvalidInputException if it does not
   */
  public static void requireHeap(String what, double bytes) {
    require(what, bytes, Runtime.getRuntime().maxMemory());
  }

  /** The same for memory outside the heap, where ND4J's matrices are; 0 is no limit there. */
  public static void requireNative(String what, double bytes) {
    long limit = Pointer.maxBytes();
    require(what, bytes, limit > 0 ? limit : Double.MAX_VALUE);
  }

  private static void require(String what, double bytes, double limit) {
    if (bytes > limit) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s need %.1f GB of memory, and %.1f GB may be used: ask for less, or take a machine with more",
              what,
              bytes / GIGABYTE,
              limit / GIGABYTE));
    }
  }
}
