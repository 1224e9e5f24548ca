package io.github.unitscope.visualize.maximize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.message.InvalidInputException;
import org.junit.jupiter.api.Test;

/** The first steps of every rule, worked by hand. */
class StepRuleTest {
  private static float[] moved(StepRule rule, float[]... gradients) {
    float[] parameters = {1, 1, 1};
    StepRule.Mover mover = rule.mover(3);
    for (int i = 0; i < gradients.length; i++) {
      mover.move(i + 1, gradients[i], parameters);
    }
    return parameters;
  }

  @Test
  void adamsFirstStepIsTheRateWhateverTheGradient() {
    assertArrayEquals(
        new float[] {1.1f, 0.9f, 1}, moved(new Adam(0.1, 5), new float[] {1000, -1e-3f, 0}), 1e-5f);
  }

  @Test
  void adamsSecondStepIsThatOfItsMoments() {
    // Moments of gradients 1 and 3, corrected: (0.9·0.1·1 + 0.1·3) / 0.19 and
    // (0.999·0.001·1 + 0.001·9) / 0.001999.
    double mean = (0.09 + 0.3) / 0.19;
    double square = (0.000999 + 0.009) / 0.001999;
    float expected = (float) (1 + 0.1 + 0.1 * mean / Math.sqrt(square));
    float[] found = moved(new Adam(0.1, 5), new float[] {1, 0, 0}, new float[] {3, 0, 0});
    assertEquals(expected, found[0], 1e-5);
  }

  @Test
  void momentumAddsUpWhatCameBefore() {
    float[] gradient = {1, -2, 0};
    assertArrayEquals(
        new float[] {1 + 0.1f + 0.15f, 1 - 0.2f - 0.3f, 1},
        moved(new Momentum(0.1, 0.5, 2), gradient, gradient),
        1e-6f);
  }

  @Test
  void steepestStepsHaveTheirLengthUnderTheirNorm() {
    float[] gradient = {3, -4, 0};
    assertArrayEquals(
        new float[] {1 + 0.6f, 1 - 0.8f, 1},
        moved(new Steepest(Steepest.Norm.L2, 1, 1), gradient),
        1e-6f);
    assertArrayEquals(
        new float[] {1.5f, 0.5f, 1},
        moved(new Steepest(Steepest.Norm.LINF, 0.5, 1), gradient),
        1e-6f);
    assertArrayEquals(
        new float[] {1, 1, 1}, moved(new Steepest(Steepest.Norm.L2, 1, 1), new float[3]));
  }

  @Test
  void progressPromisesTheSameGainAtEveryStep() {
    // A step of 2 / 25 times (3, 4, 0) gains 2 to first order.
    assertArrayEquals(
        new float[] {1 + 0.24f, 1 + 0.32f, 1},
        moved(new Progress(2, 100, 1), new float[] {3, 4, 0}),
        1e-6f);
    // Where the gradient is small the rate is held.
    assertArrayEquals(
        new float[] {1 + 0.1f, 1, 1},
        moved(new Progress(2, 100, 1), new float[] {0.001f, 0, 0}),
        1e-6f);
  }

  @Test
  void numbersOutOfTheirRangeAreRefused() {
    assertThrows(InvalidInputException.class, () -> new Adam(0, 1));
    assertThrows(InvalidInputException.class, () -> new Adam(Double.NaN, 1));
    assertThrows(InvalidInputException.class, () -> new Adam(1, 0));
    assertThrows(InvalidInputException.class, () -> new Momentum(1, 1, 1));
    assertThrows(InvalidInputException.class, () -> new Progress(0, 1, 1));
  }
}
