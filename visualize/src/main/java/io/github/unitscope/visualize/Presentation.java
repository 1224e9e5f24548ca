package io.github.unitscope.visualize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Shows many images to a network, several at once, without holding them in memory together.
 *
 * @param network to look at
 * @param readouts what is going to be read of each image
 * @param workers the threads to use
 */
public record Presentation(Network network, Set<Readout> readouts, Workers workers) {
  /** Enough to share the cost of a step; passes of large images stay small. */
  private static final int ROWS = 4;

  /** Writes the image of an index; called from several threads. */
  @FunctionalInterface
  public interface Source {
    /**
     * @param index of the image
     * @param pixels [inputs], to be filled
     */
    void write(int index, float[] pixels);
  }

  /** Reads what an image gives; called in any order and from several threads. */
  @FunctionalInterface
  public interface Reader {
    /**
     * @param index of the image
     * @param pass after its forward pass
     * @param row of the pass that holds the image
     */
    void read(int index, Pass pass, int row);
  }

  /**
   * Shows images 0 to {@code count} − 1, each once. What is read of an image does not depend on the
   * others or on the number of threads.
   */
  public void show(int count, Source source, Reader reader) {
    AtomicInteger next = new AtomicInteger();
    int batches = Math.min(workers.threads(), count);
    workers.forEachShard(batches, batch -> showBatch(count, next, source, reader));
  }

  private void showBatch(int count, AtomicInteger next, Source source, Reader reader) {
    int share = (count + workers.threads() - 1) / workers.threads();
    Pass pass = network.newPass(readouts, Math.min(ROWS, share));
    int[] usable = pass.usableRows();
    // Rows beyond a fair share would leave the other threads without work.
    int[] rows = Arrays.copyOf(usable, Math.min(usable.length, share));
    float[] pixels = new float[network.inputShape().size()];
    for (int from = take(next, rows.length); from < count; from = take(next, rows.length)) {
      int[] taken = Arrays.copyOf(rows, Math.min(rows.length, count - from));
      for (int i = 0; i < taken.length; i++) {
        source.write(from + i, pixels);
        pass.input().writeRow(taken[i], pixels);
      }
      pass.select(taken);
      pass.forward();
      for (int i = 0; i < taken.length; i++) {
        reader.read(from + i, pass, taken[i]);
      }
    }
  }

  private static int take(AtomicInteger next, int rows) {
    return next.getAndAdd(rows);
  }
}
