package io.github.unitscope.visualize.dataexamples;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A histogram of values whose range is not known beforehand, with an image drawn at random for each
 * of its bins.
 *
 * <p>Bins lie at the multiples of a width that is a power of two. Where a value does not fit into
 * {@link Histogram#MOST_BINS} of them, neighbours become one bin of twice the width. So the bins
 * depend on the least and the greatest value only, a count is exact, and the image of a bin is that
 * with the smallest priority of all in it: nothing depends on the order of the values.
 */
final class RangeSampler {
  private static final int BINS = Histogram.MOST_BINS;

  /** 2^−40: narrower bins would only tell rounding errors apart. */
  private static final int NARROWEST = -40;

  private int exponent = NARROWEST;
  private double lowest = Double.NaN;
  private double highest = Double.NaN;

  /** Bin number n, counted from the value 0, is at position n − base. */
  private double base;

  private long[] counts = new long[BINS];
  private long[] priorities = new long[BINS];
  private Candidate[] drawn = new Candidate[BINS];

  /** Takes a value; equal images have the same priority. */
  void add(Candidate candidate, long priority) {
    double bin = bin(candidate.value());
    if (Double.isNaN(lowest)) {
      lowest = bin;
      highest = bin;
      base = bin;
    }
    while (Math.max(highest, bin) - Math.min(lowest, bin) >= BINS) {
      coarsen();
      bin = bin(candidate.value());
    }
    lowest = Math.min(lowest, bin);
    highest = Math.max(highest, bin);
    shiftTo(lowest);
    put((int) (bin - base), 1, priority, candidate);
  }

  private double bin(float value) {
    // Exact: a float times a power of two is a double.
    return Math.floor(value * Math.scalb(1.0, -exponent));
  }

  private void coarsen() {
    exponent++;
    lowest = Math.floor(lowest / 2);
    highest = Math.floor(highest / 2);
    rebuild(lowest, 2);
  }

  private void shiftTo(double newBase) {
    if (newBase != base) {
      rebuild(newBase, 1);
    }
  }

  private void rebuild(double newBase, int factor) {
    long[] oldCounts = counts;
    long[] oldPriorities = priorities;
    Candidate[] oldDrawn = drawn;
    double oldBase = base;
    counts = new long[BINS];
    priorities = new long[BINS];
    drawn = new Candidate[BINS];
    base = newBase;
    for (int i = 0; i < BINS; i++) {
      if (oldCounts[i] > 0) {
        int position = (int) (Math.floor((oldBase + i) / factor) - base);
        put(position, oldCounts[i], oldPriorities[i], oldDrawn[i]);
      }
    }
  }

  private void put(int position, long count, long priority, Candidate candidate) {
    boolean first = counts[position] == 0;
    counts[position] += count;
    boolean sooner =
        first
            || priority < priorities[position]
            || priority == priorities[position] && candidate.image() < drawn[position].image();
    if (sooner) {
      priorities[position] = priority;
      drawn[position] = candidate;
    }
  }

  /** The histogram of all values. */
  Histogram histogram() {
    double width = Math.scalb(1.0, exponent);
    int bins = (int) (highest - base) + 1;
    // Adding 0 makes 0 of −0.
    return new Histogram(base * width + 0.0, width, Arrays.copyOf(counts, bins));
  }

  /** An image for every bin that has one, in ascending order. */
  List<Candidate> drawn() {
    List<Candidate> list = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (counts[i] > 0) {
        list.add(drawn[i]);
      }
    }
    return list;
  }
}
