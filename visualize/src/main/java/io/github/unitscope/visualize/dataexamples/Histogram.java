package io.github.unitscope.visualize.dataexamples;

/**
 * How often values lie where.
 *
 * @param start of the first bin, a multiple of {@code width}
 * @param width of every bin, a power of two, so that 0 is the edge of a bin
 * @param counts of the bins; a value on an edge belongs to the bin above it
 */
public record Histogram(double start, double width, long[] counts) {
  /** Bins at the most. */
  public static final int MOST_BINS = 64;
}
