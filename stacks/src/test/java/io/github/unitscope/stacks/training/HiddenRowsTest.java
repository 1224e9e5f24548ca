package io.github.unitscope.stacks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.stacks.LogisticStack;
import io.github.unitscope.testing.RandomValues;
import io.github.unitscope.testing.WatchedNetwork;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HiddenRowsTest {
  /** Four values a row. */
  private static final class Rows implements TrainingRows {
    private boolean closed;

    @Override
    public int size() {
      return 600;
    }

    @Override
    public int width() {
      return 4;
    }

    @Override
    public void read(int[] indices, int from, float[][] out) {
      for (int row = 0; row < out.length; row++) {
        out[row][0] = indices[from + row];
      }
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  @Test
  void closingClosesThePassesAndTheRowsBelow() {
    LogisticLayer random = RandomValues.layer(Seed.root(1), 4, 3, 0.75, LogisticLayer::new);
    WatchedNetwork layer =
        new WatchedNetwork(new LogisticStack(ImageShape.grey(1, 4), List.of(random)));
    Rows below = new Rows();
    try (HiddenRows rows = new HiddenRows(below, layer);
        Workers workers = new Workers(2)) {
      int[] all = IntStream.range(0, rows.size()).toArray();
      workers.forEachShard(12, shard -> rows.read(all, 50 * shard, new float[50][3]));
    }
    assertTrue(layer.made() > 0);
    assertEquals(0, layer.open());
    assertTrue(below.closed);
  }

  @Test
  void whatIsComputedOnceNeedsNothingBelowAnyMore() {
    Rows below = new Rows();
    try (Workers workers = new Workers(2)) {
      LogisticLayer layer = new LogisticLayer(Matrix.zeros(4, 3), new float[3]);
      TrainingRows means = TrainingRows.hiddenMeans(below, layer, workers);
      assertTrue(below.closed);
      float[][] read = new float[1][3];
      means.read(new int[] {7}, 0, read);
      assertArrayEquals(new float[] {0.5f, 0.5f, 0.5f}, read[0]);
    }
  }
}
