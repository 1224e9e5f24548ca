package io.github.unitscope.network.random;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 (Steele, Lea and Flood, <i>Fast splittable pseudorandom number generators</i>, 2014):
 * number n of a stream is a hash of seed and n.
 *
 * <p>Written here, in two lines of arithmetic, because the numbers can then be computed in any
 * order ({@link #at}), which is what makes results independent of threads and batches. The bits are
 * the same with every version of Java; other distributions (normal, bounded integers) are made of
 * them by the runtime's own methods. Not safe for use by several threads at once.
 */
public final class SplitMix64 implements RandomGenerator {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * @param seed any value
   */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Number {@code index} (from 0) of the stream that starts at {@code seed}. */
  public static long at(long seed, long index) {
    return mix(seed + (index + 1) * GOLDEN_GAMMA);
  }

  /** Number {@code index} of the stream as a uniform value in [0, 1), with 24 random bits. */
  public static float uniformAt(long seed, long index) {
    return uniform(at(seed, index));
  }

  /** The uniform value in [0, 1) that the highest 24 of these bits make. */
  public static float uniform(long bits) {
    return whole(bits) * 0x1p-24f;
  }

  /** That value times 2²⁴, which is a whole number. */
  public static int whole(long bits) {
    return (int) (bits >>> 40);
  }

  /**
   * Number {@code index} of many streams, in a loop of nothing but long arithmetic, which Java's
   * compiler turns into vector instructions.
   *
   * @param seeds of the streams
   * @param index from 0
   * @param into as long as {@code seeds}, overwritten
   */
  public static void at(long[] seeds, long index, long[] into) {
    long offset = (index + 1) * GOLDEN_GAMMA;
    for (int i = 0; i < into.length; i++) {
      into[i] = mix(seeds[i] + offset);
    }
  }

  /**
   * Some numbers of many streams, as {@link #at(long[], long, long[])} in one long loop.
   *
   * @param seeds of the streams
   * @param firstStream the first of them to take
   * @param streams how many to take
   * @param firstIndex of the first number of each
   * @param count how many numbers of each
   * @param into overwritten with the numbers, stream by stream
   */
  public static void at(
      long[] seeds, int firstStream, int streams, long firstIndex, int count, long[] into) {
    for (int stream = 0; stream < streams; stream++) {
      long state = seeds[firstStream + stream] + firstIndex * GOLDEN_GAMMA;
      for (int i = stream * count; i < (stream + 1) * count; i++) {
        state += GOLDEN_GAMMA;
        into[i] = state;
      }
    }
    for (int i = 0; i < streams * count; i++) {
      into[i] = mix(into[i]);
    }
  }

  static long mix(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
