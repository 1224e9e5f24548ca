package io.github.unitscope.network.numerics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {
  private static final Seed SEED = Seed.root(1);

  @Test
  void orderHasEveryNumberOnce() {
    int[] order = Shuffle.order(1000, SEED);
    int[] sorted = order.clone();
    Arrays.sort(sorted);
    assertArrayEquals(IntStream.range(0, 1000).toArray(), sorted);
  }

  @Test
  void everyOrderOfThreeIsAsLikely() {
    int[] counts = new int[27];
    int[] drawn = new int[3];
    for (int i = 0; i < 6000; i++) {
      int[] order = Shuffle.order(3, SEED.derive(i));
      counts[9 * order[0] + 3 * order[1] + order[2]]++;
      float[] values = Shuffle.of(new float[] {0, 1, 2}, SEED.derive(i));
      counts[(int) (9 * values[0] + 3 * values[1] + values[2])]++;
      drawn[Shuffle.draw(1, 3, SEED.derive(i))[0]]++;
    }
    int[] orders = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertEquals(6, orders.length);
    // 2000 each, five standard deviations of a binomial count either way.
    Arrays.stream(orders).forEach(count -> assertEquals(2000, count, 205));
    Arrays.stream(drawn).forEach(count -> assertEquals(2000, count, 183));
  }

  @Test
  void asManyAreDrawnAsThereAre() {
    assertArrayEquals(new int[] {0, 1, 2}, Shuffle.draw(5, 3, SEED));
    assertEquals(20, Arrays.stream(Shuffle.draw(20, 30, SEED)).distinct().count());
  }
}
