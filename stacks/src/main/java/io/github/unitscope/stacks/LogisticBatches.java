package io.github.unitscope.stacks;

import com.google.errorprone.annotations.MustBeClosed;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.EqualRows;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The numbers of rows over which a network can be passed through such that an image gives the same
 * bits in each of them.
 *
 * <p>BLAS chooses its kernel by the shape of the matrices, so equal bits are not taken for granted:
 * for every number of rows it is found out, with one image in all rows, which of them agree with
 * those of a pass over {@link EqualRows#BATCH} rows. Safe for use by several threads.
 */
final class LogisticBatches {
  /**
   * Numbers of rows to choose from, in ascending order. OpenBLAS' AVX-512 kernels make all of them
   * usable, and its AVX2 kernels 8 of 8 rows, none of 16 to 32, and all but 16 of more. Products
   * over more rows are hardly quicker, and leave the second-level cache; what is more, with a batch
   * half as large only half as many ascents are left for the smaller ones when targets run out.
   */
  private static final int[] SIZES = {8, 16, 24, 32, 40, 48, 56, 64, EqualRows.BATCH, 96};

  private final int inputs;
  private final List<LogisticLayer> layers;
  private final List<Matrix> transposed;
  private final Set<Readout> readouts;
  private final Map<Integer, int[]> usable = new ConcurrentHashMap<>();

  /** What the usable rows of a pass over the usual number of rows have in common. */
  private final List<Integer> fingerprint;

  LogisticBatches(
      int inputs, List<LogisticLayer> layers, List<Matrix> transposed, Set<Readout> readouts) {
    this.transposed = transposed;
    this.inputs = inputs;
    this.layers = layers;
    this.readouts = Set.copyOf(readouts);
    try (LogisticPass pass = newPass(EqualRows.BATCH, new int[0])) {
      List<Matrix> computed = pass.computeEqualRows();
      int[] rows = EqualRows.largestGroup(computed);
      this.fingerprint = EqualRows.fingerprints(computed).get(rows[0]);
      usable.put(EqualRows.BATCH, rows);
    }
  }

  /** A pass over the usual number of rows. */
  @MustBeClosed
  LogisticPass usual() {
    return newPass(EqualRows.BATCH, usable(EqualRows.BATCH));
  }

  /** The smallest pass with so many usable rows, or the largest that there is. */
  @MustBeClosed
  LogisticPass atLeast(int needed) {
    int size = sizeFor(needed);
    return newPass(size, usable(size));
  }

  /** How many rows a pass has, usable or not, that has enough of those that are. */
  int sizeFor(int needed) {
    for (int size : SIZES) {
      if (size >= needed && usable(size).length >= needed) {
        return size;
      }
    }
    int largest = SIZES[SIZES.length - 1];
    return usable(largest).length > usable(EqualRows.BATCH).length ? largest : EqualRows.BATCH;
  }

  private int[] usable(int size) {
    return usable.computeIfAbsent(size, this::findUsable);
  }

  private int[] findUsable(int size) {
    try (LogisticPass pass = newPass(size, new int[0])) {
      List<List<Integer>> all = EqualRows.fingerprints(pass.computeEqualRows());
      return IntStream.range(0, size).filter(row -> all.get(row).equals(fingerprint)).toArray();
    }
  }

  @MustBeClosed
  private LogisticPass newPass(int rows, int[] usableRows) {
    return new LogisticPass(this, inputs, layers, transposed, readouts, rows, usableRows);
  }
}
