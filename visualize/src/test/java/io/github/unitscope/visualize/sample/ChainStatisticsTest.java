package io.github.unitscope.visualize.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ChainStatisticsTest {
  /** x_t = ρ x_(t−1) + √(1 − ρ²) ε_t, begun in equilibrium around a mean. */
  private static double[][] autoregressive(int chains, int length, double rho, double[] means) {
    double[][] values = new double[chains][length];
    for (int chain = 0; chain < chains; chain++) {
      SplitMix64 random = Seed.root(3).derive(chain).stream();
      double x = random.nextGaussian();
      for (int t = 0; t < length; t++) {
        values[chain][t] = means[chain] + x;
        x = rho * x + Math.sqrt(1 - rho * rho) * random.nextGaussian();
      }
    }
    return values;
  }

  @Test
  void theAutocorrelationTimeOfAnAutoregressionIsFound() {
    for (double rho : new double[] {0.3, 0.8, 0.95}) {
      double[][] chains = autoregressive(4, 20_000, rho, new double[4]);
      double time = 80_000 / new ChainStatistics(chains).effectiveSamples();
      double exact = (1 + rho) / (1 - rho);
      assertEquals(exact, time, 0.12 * exact, "ρ = " + rho);
    }
  }

  @Test
  void independentDrawsAreAllEffective() {
    ChainStatistics statistics = new ChainStatistics(autoregressive(8, 1000, 0, new double[8]));
    assertEquals(8000, statistics.effectiveSamples(), 800);
    assertEquals(1, statistics.rhat(), 0.01);
  }

  /** Worked by hand: halves (1, 3), (2, 4), (5, 7), (6, 8). */
  @Test
  void rhatByHand() {
    double[][] chains = {{1, 3, 2, 4}, {5, 7, 6, 8}};
    // Every half has variance 2; their means 2, 3, 6, 7 have variance 17/3.
    double pooled = 2 * 0.5 + 17 / 3.0;
    assertEquals(Math.sqrt(pooled / 2), new ChainStatistics(chains).rhat(), 1e-12);
  }

  @Test
  void theMiddleOfAnOddNumberOfDrawsIsLeftOut() {
    double[][] odd = {{1, 3, 99, 2, 4}, {5, 7, -99, 6, 8}};
    double[][] even = {{1, 3, 2, 4}, {5, 7, 6, 8}};
    assertEquals(new ChainStatistics(even).rhat(), new ChainStatistics(odd).rhat());
  }

  @Test
  void chainsAroundDifferentMeansHaveNotMixed() {
    double[] apart = {0, 0, 0, 5};
    ChainStatistics statistics = new ChainStatistics(autoregressive(4, 500, 0.2, apart));
    assertTrue(statistics.rhat() > 1.5, "R̂ " + statistics.rhat());
    assertTrue(statistics.effectiveSamples() < 20, "of " + statistics.effectiveSamples());
  }

  @Test
  void aDriftShowsInTheHalvesOfASingleChain() {
    double[][] chain = new double[1][200];
    for (int t = 0; t < 200; t++) {
      chain[0][t] = t;
    }
    assertTrue(new ChainStatistics(chain).rhat() > 1.5);
  }

  @Test
  void whereNothingVariesNothingHasToMix() {
    ChainStatistics statistics = new ChainStatistics(new double[4][10]);
    assertEquals(1, statistics.rhat());
    assertEquals(40, statistics.effectiveSamples());
  }

  /** Sums of these numbers are rounded; they are alike all the same. */
  @Test
  void constantsAreConstantWhateverTheirRounding() {
    for (int length : new int[] {4, 6, 10, 14, 22, 50}) {
      for (double value : new double[] {0.1, 0.3, 1.7, 123.456, -1e-30}) {
        double[][] equal = new double[4][length];
        double[][] frozen = new double[4][length];
        for (int chain = 0; chain < 4; chain++) {
          Arrays.fill(equal[chain], value);
          Arrays.fill(frozen[chain], value * (chain + 1));
        }
        ChainStatistics statistics = new ChainStatistics(equal);
        assertEquals(1, statistics.rhat(), length + " times " + value);
        assertEquals(4 * length, statistics.effectiveSamples());
        assertFalse(statistics.timeIsCutShort());
        assertEquals(Double.POSITIVE_INFINITY, new ChainStatistics(frozen).rhat());
      }
    }
  }

  /** Of a time of 199 draws, halves of 10 draws show at most 19. */
  @Test
  void aTimeThatIsLongerThanAChainCanShowIsALowerBound() {
    ChainStatistics few = new ChainStatistics(autoregressive(4, 20, 0.99, new double[4]));
    assertTrue(few.timeIsCutShort());
    assertTrue(80 / few.effectiveSamples() <= 19);
    double[][] many = autoregressive(4, 20_000, 0.95, new double[4]);
    assertFalse(new ChainStatistics(many).timeIsCutShort());
  }

  @Test
  void frozenChainsThatDifferHaveNotMixed() {
    double[][] frozen = {{1, 1, 1, 1}, {2, 2, 2, 2}};
    ChainStatistics statistics = new ChainStatistics(frozen);
    assertEquals(Double.POSITIVE_INFINITY, statistics.rhat());
    assertTrue(statistics.effectiveSamples() <= 4);
  }
}
