package io.github.unitscope.experiments.tune;

/** How trials are chosen. */
public enum Search {
  /** Every combination of the values, the last option varying fastest. */
  GRID,
  /** Combinations drawn at random (Bergstra and Bengio 2012), from values and from ranges. */
  RANDOM
}
