package io.github.unitscope.visualize.dataexamples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RangeSamplerTest {
  private static RangeSampler of(List<Float> values) {
    RangeSampler sampler = new RangeSampler();
    for (float value : values) {
      long content = Float.floatToIntBits(value);
      sampler.add(new Candidate((int) content, content, value, 0), SplitMix64.at(content, 0));
    }
    return sampler;
  }

  /** From −3 to 28 in bins of 1/2 there are 63, and twice as many in bins of 1/4. */
  @Test
  void binsAreTheNarrowestThatFit() {
    Histogram histogram = of(List.of(28f, -3f, 0f, 0.25f, -0.125f, 0.5f)).histogram();
    assertEquals(0.5, histogram.width());
    assertEquals(-3, histogram.start());
    long[] expected = new long[63];
    expected[0] = 1;
    expected[5] = 1;
    expected[6] = 2;
    expected[7] = 1;
    expected[62] = 1;
    assertArrayEquals(expected, histogram.counts());
  }

  @Test
  void theOrderOfTheValuesDoesNotMatter() {
    SplitMix64 random = Seed.root(1).stream();
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      values.add((float) Math.exp(3 * random.nextGaussian()) * (i % 2 == 0 ? 1 : -1));
    }
    RangeSampler expected = of(values);
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(values, new Random(i));
      RangeSampler shuffled = of(values);
      assertArrayEquals(expected.histogram().counts(), shuffled.histogram().counts());
      assertEquals(expected.histogram().start(), shuffled.histogram().start());
      assertEquals(expected.drawn(), shuffled.drawn());
    }
    assertTrue(expected.histogram().counts().length > Histogram.MOST_BINS / 2 - 1);
  }

  @Test
  void extremeValuesFit() {
    Histogram histogram =
        of(List.of(Float.MAX_VALUE, -Float.MAX_VALUE, Float.MIN_VALUE)).histogram();
    long sum = 0;
    for (long count : histogram.counts()) {
      sum += count;
    }
    assertEquals(3, sum);
  }
}
