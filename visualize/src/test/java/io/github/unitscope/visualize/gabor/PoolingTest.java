package io.github.unitscope.visualize.gabor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoolingTest {
  @Test
  void smallFiltersStayAsTheyAre() {
    Pooling pooling = new Pooling(3, 2, 16);
    double[] filter = {1, 2, 3, 4, 5, 6};
    assertArrayEquals(filter, pooling.pool(filter));
    Gabor gabor = new Gabor(1, 2, 0.5, 0.2, 1, 2, 0.3, 4);
    assertEquals(gabor, pooling.enlarge(gabor));
  }

  /** Of five columns the last is left over. */
  @Test
  void meansOverSquares() {
    Pooling pooling = new Pooling(2, 5, 3);
    double[] filter = {1, 3, 0, 0, 99, 5, 7, 2, 6, 99};
    assertEquals(1, pooling.height());
    assertEquals(2, pooling.width());
    assertArrayEquals(new double[] {4, 2}, pooling.pool(filter));
  }

  @Test
  void aThinFilterIsNotPooledAway() {
    Pooling pooling = new Pooling(1, 100, 16);
    assertEquals(1, pooling.height());
    assertEquals(100, pooling.width());
  }

  /**
   * A wide function hardly changes within a square, so that its mean is the value in the middle.
   */
  @Test
  void theEnlargedFunctionLooksLikeThePooledOne() {
    Pooling pooling = new Pooling(28, 28, 16);
    Gabor small = new Gabor(6, 7.5, 0.7, 0.03, 5, 7, 0.4, 1);
    Gabor large = pooling.enlarge(small);
    double[] filter = new double[28 * 28];
    Arrays.setAll(filter, i -> large.at(i % 28, i / 28));
    double[] expected = new double[14 * 14];
    Arrays.setAll(expected, i -> small.at(i % 14, i / 14));
    assertArrayEquals(expected, pooling.pool(filter), 0.02);
  }
}
