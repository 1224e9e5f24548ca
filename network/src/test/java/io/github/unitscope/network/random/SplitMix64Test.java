package io.github.unitscope.network.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SplitMix64Test {
  private static final String[] KNOWN = {
    "6457827717110365317",
    "3203168211198807973",
    "9817491932198370423",
    "4593380528125082431",
    "16408922859458223821"
  };

  @Test
  void givesThePublishedNumbers() {
    SplitMix64 random = new SplitMix64(1234567);
    for (String number : KNOWN) {
      assertEquals(number, Long.toUnsignedString(random.nextLong()));
    }
  }

  @Test
  void givesTheSameNumbersByIndexInAnyOrder() {
    for (int i = KNOWN.length - 1; i >= 0; i--) {
      assertEquals(KNOWN[i], Long.toUnsignedString(SplitMix64.at(1234567, i)));
    }
  }

  @Test
  void uniformNumbersFillTheUnitInterval() {
    int[] tenths = new int[10];
    for (int i = 0; i < 100_000; i++) {
      float u = SplitMix64.uniformAt(5, i);
      assertTrue(u >= 0 && u < 1, "not in [0, 1): " + u);
      tenths[(int) (u * 10)]++;
    }
    for (int count : tenths) {
      assertEquals(10_000, count, 4 * Math.sqrt(9_000));
    }
  }
}
