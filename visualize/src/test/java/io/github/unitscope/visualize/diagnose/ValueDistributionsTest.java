package io.github.unitscope.visualize.diagnose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.testing.ArrayImages;
import io.github.unitscope.visualize.RandomNetworks;
import io.github.unitscope.visualize.stream.ChannelReduction;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ValueDistributionsTest {
  private static final Readout PREACTIVATION = new Readout(1, Quantity.PREACTIVATION);

  /** Images of one pixel before one unit of weight 1 and one of weight 0. */
  private static List<ValueDistribution> ofPixels(int threads, int bins, float... pixels) {
    float[][] images = new float[pixels.length][];
    for (int i = 0; i < pixels.length; i++) {
      images[i] = new float[] {pixels[i]};
    }
    try (Workers workers = new Workers(threads)) {
      return ValueDistributions.of(
          RandomNetworks.single(1, 1, new float[] {1, 0}),
          PREACTIVATION,
          ChannelReduction.UNIT,
          List.of(0, 1),
          new ArrayImages(ImageShape.grey(1, 1), images),
          bins,
          0.5,
          workers,
          shown -> {});
    }
  }

  /** Of 0, 0, 1, 3: mean 1, variance 1.5, third moment (−1 −1 + 0 + 8) / 4 = 1.5. */
  @Test
  void numbersOfFourValuesWorkedOutByHand() {
    ValueDistribution found = ofPixels(1, 3, 0, 1, 3, 0).get(0);
    assertEquals(0, found.least());
    assertEquals(3, found.greatest());
    assertEquals(1, found.mean());
    assertEquals(Math.sqrt(1.5), found.deviation(), 1e-12);
    assertEquals(1.5 / Math.pow(1.5, 1.5), found.skewness(), 1e-12);
    assertEquals(0.5, found.onShare());
    // 1 lies on an edge and belongs to the bin above it, 3 to the last.
    assertArrayEquals(new int[] {2, 1, 1}, found.counts());
  }

  @Test
  void unitThatNeverChangesHasNoSkewness() {
    ValueDistribution found = ofPixels(1, 4, 5, 6, 7).get(1);
    assertEquals(0, found.deviation());
    assertTrue(Double.isNaN(found.skewness()));
    assertArrayEquals(new int[] {3, 0, 0, 0}, found.counts());
  }

  @Test
  void sameBitsForAnyNumberOfThreads() {
    SplittableRandom random = new SplittableRandom(Seed.root(1).value());
    float[] pixels = new float[1000];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (random.nextDouble() * Math.pow(10, random.nextInt(7)));
    }
    ValueDistribution one = ofPixels(1, 24, pixels).get(0);
    ValueDistribution three = ofPixels(3, 24, pixels).get(0);
    assertEquals(one.mean(), three.mean());
    assertEquals(one.deviation(), three.deviation());
    assertEquals(one.skewness(), three.skewness());
    assertArrayEquals(one.counts(), three.counts());
    assertEquals(1000, Arrays.stream(three.counts()).sum());
  }
}
