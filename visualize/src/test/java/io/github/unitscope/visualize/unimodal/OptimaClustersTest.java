package io.github.unitscope.visualize.unimodal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.visualize.stat.CosineMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OptimaClustersTest {
  /** Pictures at some angles in degrees. */
  private static double[][] cosines(double... degrees) {
    float[][] images = new float[degrees.length][];
    for (int i = 0; i < images.length; i++) {
      double angle = Math.toRadians(degrees[i]);
      images[i] = new float[] {(float) (3 * Math.cos(angle)), (float) (3 * Math.sin(angle))};
    }
    return CosineMatrix.of(images);
  }

  private static OptimaClusters clusters(double threshold, double... degrees) {
    boolean[] all = new boolean[degrees.length];
    Arrays.fill(all, true);
    return OptimaClusters.of(cosines(degrees), all, threshold);
  }

  /** cos 8° = 0.9903 and cos 9° = 0.9877. */
  @Test
  void picturesCloserThanTheThresholdAreOneOptimum() {
    assertEquals(1, clusters(0.99, 0, 8).count());
    assertEquals(2, clusters(0.99, 0, 9).count());
  }

  @Test
  void aChainOfNeighboursIsOneOptimum() {
    OptimaClusters chain = clusters(0.99, 0, 21, 14, 7, 90);
    assertArrayEquals(new int[] {4, 1}, chain.sizes());
    assertArrayEquals(new int[] {0, 0, 0, 0, 1}, chain.labels());
  }

  @Test
  void theLargestComesFirstAndOfEqualsTheOneWithTheFirstStart() {
    OptimaClusters found = clusters(0.99, 200, 0, 90, 1, 91);
    assertArrayEquals(new int[] {2, 0, 1, 0, 1}, found.labels());
    assertArrayEquals(new int[] {2, 2, 1}, found.sizes());
  }

  @Test
  void whatIsLeftOutJoinsNothing() {
    boolean[] included = {true, false, true};
    OptimaClusters found = OptimaClusters.of(cosines(0, 7, 14), included, 0.99);
    assertArrayEquals(new int[] {0, OptimaClusters.NONE, 1}, found.labels());
    assertEquals(0, OptimaClusters.of(cosines(0, 7), new boolean[2], 0.99).count());
  }

  @Test
  void aBlackPictureIsAnOptimumOfItsOwn() {
    double[][] cosines = CosineMatrix.of(new float[][] {{1, 0}, {0, 0}, {1, 0}});
    assertTrue(Double.isNaN(cosines[0][1]) && Double.isNaN(cosines[1][1]));
    boolean[] all = {true, true, true};
    assertArrayEquals(new int[] {0, 1, 0}, OptimaClusters.of(cosines, all, 0.99).labels());
  }

  @Test
  void cosinesAreThoseOfTheDirectionsAndNeverAboveOne() {
    double[][] cosines = CosineMatrix.of(new float[][] {{3, 4}, {-6, -8}, {4, -3}, {0.3f, 0.4f}});
    assertEquals(-1, cosines[0][1], 1e-12);
    assertEquals(0, cosines[0][2], 1e-12);
    assertEquals(1, cosines[3][0], 1e-7);
    for (double[] row : cosines) {
      for (double cosine : row) {
        assertTrue(Math.abs(cosine) <= 1);
      }
    }
  }
}
