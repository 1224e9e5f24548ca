package io.github.unitscope.visualize.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.stacks.LogisticLayer;
import io.github.unitscope.visualize.sample.SamplingSettings.TopDown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MixingTest {
  private static SamplingSettings settings(int chains, int samples, int thinning) {
    return new SamplingSettings(chains, 20, samples, thinning, TopDown.SAMPLE);
  }

  private static UnitSamples sample(
      TinyBeliefNetwork network, SamplingSettings settings, int layer, int unit, Seed seed) {
    try (Workers workers = new Workers(1)) {
      return new ClampedSampler(network, settings, MixingCriterion.DEFAULTS, workers)
          .sample(layer, List.of(unit), seed, done -> {})
          .get(0);
    }
  }

  private static float[][] noise(int count, int inputs) {
    SplitMix64 random = Seed.root(4).stream();
    float[][] samples = new float[count][inputs];
    for (float[] sample : samples) {
      for (int i = 0; i < inputs; i++) {
        sample[i] = (float) random.nextGaussian();
      }
    }
    return samples;
  }

  @Test
  void independentSamplesHaveMixed() {
    Mixing mixing = Mixing.of(noise(640, 9), settings(8, 80, 10), MixingCriterion.DEFAULTS);
    assertTrue(mixing.mixed());
    assertFalse(mixing.timeIsLowerBound());
    assertEquals(1, mixing.rhat(), 0.05);
    assertTrue(mixing.effectiveSamples() > 400, "of " + mixing.effectiveSamples());
    assertEquals(10 * 640 / mixing.effectiveSamples(), mixing.autocorrelationTime(), 1e-9);
    for (float error : mixing.meanError()) {
      assertEquals(1 / Math.sqrt(640), error, 0.03);
    }
  }

  /**
   * Only one direction in nine differs between the chains, by a small part of the whole variance.
   */
  @Test
  void aModeInWhichOneChainSitsIsFound() {
    float[][] samples = noise(640, 9);
    for (int i = 0; i < 80; i++) {
      samples[i][2] += 6;
      samples[i][5] -= 6;
    }
    Mixing mixing = Mixing.of(samples, settings(8, 80, 1), MixingCriterion.DEFAULTS);
    assertFalse(mixing.mixed());
    assertTrue(mixing.rhat() > 1.5, "R̂ " + mixing.rhat());
  }

  @Test
  void equalSamplesAreNoReasonToDoubt() {
    float[][] samples = new float[64][9];
    for (float[] sample : samples) {
      Arrays.fill(sample, 0.3f);
    }
    Mixing mixing = Mixing.of(samples, settings(4, 16, 5), MixingCriterion.DEFAULTS);
    assertTrue(mixing.mixed());
    assertEquals(1, mixing.rhat());
    assertEquals(64, mixing.effectiveSamples());
    assertArrayEquals(new float[9], mixing.meanError(), 1e-6f);
  }

  /** By hand: the chains' means are 1 and 4, with variance 4.5. */
  @Test
  void theErrorComesFromTheMeansOfTheChains() {
    float[][] samples = {{0}, {1}, {1}, {2}, {3}, {4}, {4}, {5}};
    Mixing mixing = Mixing.of(samples, settings(2, 4, 1), MixingCriterion.DEFAULTS);
    assertEquals(Math.sqrt(4.5 / 2), mixing.meanError()[0], 1e-6);
  }

  @Test
  void fewSamplesSayNothing() {
    Mixing mixing = Mixing.of(noise(12, 3), settings(4, 3, 1), MixingCriterion.DEFAULTS);
    assertFalse(mixing.mixed());
    assertTrue(Double.isNaN(mixing.rhat()));
    Mixing single = Mixing.of(noise(40, 3), settings(1, 40, 1), MixingCriterion.DEFAULTS);
    assertTrue(Float.isNaN(single.meanError()[0]));
    assertEquals(1, single.rhat(), 0.2);
  }

  /** Two patterns with a barrier of ten nats between them: no chain crosses it. */
  @Test
  void chainsThatCannotCrossAreMarked() {
    UnitSamples unit = sample(twoPatterns(), settings(16, 16, 2), 1, 0, Seed.root(1));
    assertFalse(unit.mixing().mixed());
    assertTrue(unit.mixing().rhat() > 2, "R̂ " + unit.mixing().rhat());
    assertTrue(unit.mixing().timeIsLowerBound());
  }

  /** It looks as if it had: the halves of the chain show the same one of the two patterns. */
  @Test
  void aSingleChainNeverCountsAsMixed() {
    Mixing mixing = sample(twoPatterns(), settings(1, 400, 2), 1, 0, Seed.root(1)).mixing();
    assertTrue(mixing.rhat() < 1.1, "R̂ " + mixing.rhat());
    assertTrue(mixing.effectiveSamples() > 50, "of " + mixing.effectiveSamples());
    assertFalse(mixing.mixed());
    assertTrue(mixing.timeIsLowerBound());
  }

  private static TinyBeliefNetwork twoPatterns() {
    float strong = 10;
    float[][] weights = new float[6][];
    for (int i = 0; i < 6; i++) {
      weights[i] = i < 3 ? new float[] {0, strong, -strong} : new float[] {0, -strong, strong};
    }
    float[] hidden = {0, -1.5f * strong, -1.5f * strong};
    return TinyBeliefNetwork.single(new LogisticLayer(Matrix.of(weights), hidden), new float[6]);
  }

  /**
   * The exact mean lies within two standard errors about as often as Student's t with 15 degrees of
   * freedom says, 94 %.
   */
  @Test
  void theErrorCoversTheExactMean() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(Seed.root(6), 4, 3, 2);
    double[] exact = network.expectedInput(2, 1, TopDown.SAMPLE);
    List<Boolean> covered = new ArrayList<>();
    for (int run = 0; run < 150; run++) {
      UnitSamples unit = sample(network, settings(16, 8, 3), 2, 1, Seed.root(9).derive(run));
      for (int i = 0; i < exact.length; i++) {
        double error = Math.abs(unit.mean()[i] - exact[i]);
        covered.add(error <= 2 * unit.mixing().meanError()[i]);
      }
    }
    double share = covered.stream().filter(x -> x).count() / (double) covered.size();
    assertEquals(0.94, share, 0.03);
  }

  @Test
  void sameBitsAloneAndAmongManyAndWithAnyThreads() {
    TinyBeliefNetwork network = TinyBeliefNetwork.random(Seed.root(2), 20, 15, 10);
    List<Integer> units = IntStream.range(0, 10).boxed().toList();
    try (Workers workers = new Workers(2)) {
      UnitSamples among =
          new ClampedSampler(network, settings(8, 8, 2), MixingCriterion.DEFAULTS, workers)
              .sample(2, units, Seed.root(5), done -> {})
              .get(7);
      UnitSamples alone = sample(network, settings(8, 8, 2), 2, 7, Seed.root(5));
      assertEquals(alone.mixing().rhat(), among.mixing().rhat());
      assertEquals(alone.mixing().effectiveSamples(), among.mixing().effectiveSamples());
      assertArrayEquals(alone.mixing().meanError(), among.mixing().meanError());
    }
  }

  @Test
  void aCriterionThatCannotBeIsRefused() {
    assertThrows(InvalidInputException.class, () -> new MixingCriterion(0.9, 50));
    assertThrows(InvalidInputException.class, () -> new MixingCriterion(Double.NaN, 50));
    assertThrows(InvalidInputException.class, () -> new MixingCriterion(1.1, -1));
  }
}
