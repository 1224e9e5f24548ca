package io.github.unitscope.visualize.unimodal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.IntStream;

/**
 * Which starts found the same optimum: the connected components of the graph whose edges are pairs
 * of images with a cosine of at least a threshold. Two images that are less alike are together
 * where a chain of others leads from one to the other.
 *
 * @param labels [starts], the optimum of every start: 0 the one that most starts found, then 1;
 *     among equals the one with the first start; {@link #NONE} for a start that is left out
 * @param sizes [optima], how many starts found each, descending
 */
public record OptimaClusters(int[] labels, int[] sizes) {
  /** The label of a start that belongs to no optimum: it did not converge. */
  public static final int NONE = -1;

  /**
   * Finds the optima.
   *
   * @param cosines [starts][starts], symmetric; NaN is no edge
   * @param included [starts], which of them count
   * @param threshold the least cosine of an edge
   */
  public static OptimaClusters of(double[][] cosines, boolean[] included, double threshold) {
    int[] found = new int[included.length];
    Arrays.fill(found, NONE);
    int[] counts = new int[included.length];
    int components = 0;
    for (int start = 0; start < included.length; start++) {
      if (included[start] && found[start] == NONE) {
        counts[components] = mark(start, components, cosines, included, threshold, found);
        components++;
      }
    }
    return bySize(found, Arrays.copyOf(counts, components));
  }

  /** Labels everything that {@code first} is connected to; returns how many that are. */
  private static int mark(
      int first,
      int label,
      double[][] cosines,
      boolean[] included,
      double threshold,
      int[] labels) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(first);
    labels[first] = label;
    int count = 0;
    while (!open.isEmpty()) {
      int current = open.remove();
      count++;
      for (int other = 0; other < labels.length; other++) {
        if (included[other] && labels[other] == NONE && cosines[current][other] >= threshold) {
          labels[other] = label;
          open.add(other);
        }
      }
    }
    return count;
  }

  private static OptimaClusters bySize(int[] found, int[] counts) {
    // Components are numbered by their first starts, and the sort is stable.
    int[] order =
        IntStream.range(0, counts.length)
            .boxed()
            .sorted(Comparator.comparingInt(component -> -counts[component]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] rank = new int[counts.length];
    for (int i = 0; i < order.length; i++) {
      rank[order[i]] = i;
    }
    int[] labels = Arrays.stream(found).map(label -> label == NONE ? NONE : rank[label]).toArray();
    return new OptimaClusters(labels, Arrays.stream(order).map(i -> counts[i]).toArray());
  }

  /** How many optima there are. */
  public int count() {
    return sizes.length;
  }
}
