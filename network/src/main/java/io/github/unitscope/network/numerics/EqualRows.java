package io.github.unitscope.network.numerics;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which rows of a batch get the same arithmetic, so that a row gives the same bits in any of them.
 *
 * <p>A product of matrices of fixed shape is not enough for that: OpenBLAS' AVX-512 kernel sums the
 * first and last 8 rows of a matrix in another order than those between. Which rows differ is the
 * library's secret and depends on the processor, so it is found out: all rows get the same input,
 * and those with the same bits in every output belong together.
 */
public final class EqualRows {
  /**
   * Rows of a batch. 64 of them are usable with the kernel above, at 80 % of the speed of a large
   * product; more rows would gain little and leave less to share between threads.
   */
  public static final int BATCH = 80;

  private EqualRows() {}

  /** Writes the same normally distributed numbers to every row. */
  public static void fill(Matrix matrix, Seed seed) {
    SplitMix64 random = seed.stream();
    matrix.update(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            int from = column * matrix.rows();
            Arrays.fill(block, from, from + matrix.rows(), (float) random.nextGaussian());
          }
        });
  }

  /**
   * The largest group of rows that have the same bits in all matrices, in ascending order.
   *
   * @param outputs of one number of rows, computed from inputs whose rows are all alike
   */
  public static int[] largestGroup(List<Matrix> outputs) {
    Map<List<Integer>, List<Integer>> groups = new HashMap<>();
    List<List<Integer>> keys = fingerprints(outputs);
    for (int row = 0; row < keys.size(); row++) {
      groups.computeIfAbsent(keys.get(row), k -> new ArrayList<>()).add(row);
    }
    // Ties go to the group that begins first: the choice must not depend on the map's order.
    List<Integer> largest = List.of();
    for (List<Integer> group : groups.values()) {
      boolean larger = group.size() > largest.size();
      boolean earlier = group.size() == largest.size() && group.get(0) < largest.get(0);
      largest = larger || earlier ? group : largest;
    }
    return largest.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * For every row what tells its bits from those of other rows: a hash of each matrix.
   *
   * @param outputs of one number of rows
   */
  public static List<List<Integer>> fingerprints(List<Matrix> outputs) {
    List<List<Integer>> rows = new ArrayList<>();
    for (int row = 0; row < outputs.get(0).rows(); row++) {
      rows.add(new ArrayList<>());
    }
    for (Matrix output : outputs) {
      float[][] values = output.toRows();
      for (int row = 0; row < values.length; row++) {
        rows.get(row).add(Arrays.hashCode(values[row]));
      }
    }
    return rows;
  }
}
