package io.github.unitscope.network.random;

/**
 * A seed that is derived, never shared.
 *
 * <p>Every random number comes from a seed derived from a root seed by naming what it is for:
 *
 * <pre>{@code
 * Seed.root(42).derive("maximize").derive(layer).derive(unit).derive(restart)
 * }</pre>
 *
 * <p>Deriving is a pure function, so that unit 7 alone gets the numbers that it gets among 500, in
 * any order and on any number of threads.
 *
 * @param value any 64 bits; 0 is as good as another
 */
public record Seed(long value) {
  /** The root seed of commands and programs that are given none. */
  public static final long DEFAULT_ROOT = 42;

  /** The seed that a user gives. */
  public static Seed root(long value) {
    return new Seed(SplitMix64.mix(value));
  }

  /** The seed for a purpose, for example {@code "maximize"}. */
  public Seed derive(String purpose) {
    long hash = value;
    for (int i = 0; i < purpose.length(); i++) {
      hash = SplitMix64.at(hash ^ purpose.charAt(i), 0);
    }
    return new Seed(SplitMix64.at(hash, purpose.length()));
  }

  /** The seed for an index: a layer, a unit, a restart, an example, a step. */
  public Seed derive(long index) {
    return new Seed(SplitMix64.mix(SplitMix64.at(value, index) ^ 0x6A09E667F3BCC909L));
  }

  /** A fresh stream of random numbers; two calls give the same numbers. */
  public SplitMix64 stream() {
    return new SplitMix64(value);
  }
}
