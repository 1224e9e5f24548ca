package io.github.unitscope.network.numerics;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/**
 * Refuses what cannot fit into memory before room is made for it: options that ask for too much are
 * answered at once, and with how much that would be.
 */
public final class MemoryNeed {
  private static final double MEBIBYTE = 1 << 20;

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

  /**
   * The same for ND4J's matrices outside the heap. Their own limit is soft: what the heap may have
   * counts too.
   */
  public static void requireNative(String what, double bytes) {
    long limit = Pointer.maxBytes();
    require(what, bytes, limit > 0 ? limit + Runtime.getRuntime().maxMemory() : Double.MAX_VALUE);
  }

  private static void require(String what, double bytes, double limit) {
    if (bytes > limit) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s need %.0f MiB of memory, and %.0f MiB may be used: ask for less, or allow more with UNITSCOPE_JAVA_OPTS=-Xmx…",
              what,
              bytes / MEBIBYTE,
              limit / MEBIBYTE));
    }
  }
}
