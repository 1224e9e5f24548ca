package io.github.unitscope.visualize.gabor;

/**
 * A Gabor function fitted to a filter.
 *
 * @param gabor the function
 * @param explained 1 − Σ (filter − gabor)² / Σ (filter − mean of the filter)²: at most 1; with
 *     eight parameters for 144 values, noise gives about 0.15 rather than 0
 */
public record GaborFit(Gabor gabor, double explained) {
  /** For a filter that is the same everywhere. */
  static final GaborFit NOTHING_TO_EXPLAIN = new GaborFit(new Gabor(0, 0, 0, 0.1, 1, 1, 0, 0), 0);
}
