package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.visualize.maximize.Maximum;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A part whose ascents end one by one, in any order and on several threads. */
final class PartInProgress {
  private final Part part;
  private final Maximum[] maxima;
  private final AtomicInteger missing;

  PartInProgress(Part part, int restarts) {
    this.part = part;
    this.maxima = new Maximum[part.units().size() * restarts];
    this.missing = new AtomicInteger(maxima.length);
  }

  Part part() {
    return part;
  }

  int rows() {
    return maxima.length;
  }

  /** Takes what an ascent found; true for the last one, after which {@link #takeMaxima} works. */
  boolean put(int row, Maximum maximum) {
    // Of a long ascent, the images and the history of values would fill the memory.
    maxima[row] =
        new Maximum(
            new float[0],
            maximum.image(),
            maximum.value(),
            maximum.residual(),
            maximum.steps(),
            maximum.reason(),
            new double[0]);
    return missing.decrementAndGet() == 0;
  }

  /** All of them, in the order of the rows; they are kept no longer. */
  List<Maximum> takeMaxima() {
    List<Maximum> all = List.copyOf(Arrays.asList(maxima));
    Arrays.fill(maxima, null);
    return all;
  }
}
