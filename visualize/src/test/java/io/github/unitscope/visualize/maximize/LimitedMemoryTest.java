package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import org.junit.jupiter.api.Test;

class LimitedMemoryTest {
  private static final float[] ORIGIN = new float[3];

  private static LimitedMemory.Seen rememberStep(
      LimitedMemory memory, float[] step, float[] change) {
    float[] after = new float[change.length];
    Vectors.addScaled(-1, change, after);
    return memory.remember(ORIGIN, step, ORIGIN, after);
  }

  /** −f has the second derivatives diag(1, 4, 8): one step along each axis tells all of them. */
  private static LimitedMemory ofDiagonal(int pairs) {
    LimitedMemory memory = new LimitedMemory(pairs, 3);
    rememberStep(memory, new float[] {2, 0, 0}, new float[] {2, 0, 0});
    rememberStep(memory, new float[] {0, 1, 0}, new float[] {0, 4, 0});
    rememberStep(memory, new float[] {0, 0, 3}, new float[] {0, 0, 24});
    return memory;
  }

  @Test
  void stepsAlongAllAxesGiveNewtonsDirection() {
    float[] gradient = {3, 8, 4};
    ofDiagonal(3).apply(gradient);
    assertArrayEquals(new float[] {3, 2, 0.5f}, gradient, 1e-6f);
  }

  @Test
  void theOldestStepIsForgottenAndTheScaleIsThatOfTheNewest() {
    float[] gradient = {3, 8, 4};
    ofDiagonal(2).apply(gradient);
    assertArrayEquals(new float[] {3f / 8, 2, 0.5f}, gradient, 1e-6f);
  }

  @Test
  void aStepAlongWhichTheGradientGrowsIsNoPair() {
    LimitedMemory memory = new LimitedMemory(5, 3);
    assertFalse(rememberStep(memory, new float[] {1, 0, 0}, new float[] {-1, 0, 0}).isPair());
    assertTrue(memory.isEmpty());
    assertTrue(rememberStep(memory, new float[] {0, 2, 0}, new float[] {0, 1, 0}).isPair());
    assertFalse(memory.isEmpty());
  }

  @Test
  void aStepShowsWhatItWouldHaveGainedAndHowTheValueBends() {
    LimitedMemory memory = new LimitedMemory(1, 2);
    LimitedMemory.Seen seen =
        memory.remember(
            new float[] {1, 1}, new float[] {4, 5}, new float[] {2, 1}, new float[] {1, 0});
    assertEquals(new LimitedMemory.Seen(3 * 2 + 4, 5, 3 + 4, true), seen);
  }

  @Test
  void withoutMemoryTheGradientStaysAsItIs() {
    LimitedMemory memory = ofDiagonal(0);
    float[] gradient = {3, 8, 4};
    memory.apply(gradient);
    assertArrayEquals(new float[] {3, 8, 4}, gradient);
    assertTrue(memory.isEmpty());
  }

  @Test
  void productsOfLongVectorsAreAddedInDouble() {
    SplitMix64 random = Seed.root(1).stream();
    for (int length : new int[] {1, 7, 8, 1023, 1024, 1033, 150_528}) {
      float[] a = new float[length];
      double expected = 0;
      for (int i = 0; i < length; i++) {
        a[i] = 1 + (float) random.nextDouble();
        expected += (double) a[i] * a[i];
      }
      assertEquals(expected, Vectors.dot(a, a), 1e-6 * expected);
    }
  }
}
