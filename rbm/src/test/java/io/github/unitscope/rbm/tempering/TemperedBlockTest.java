package io.github.unitscope.rbm.tempering;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperedBlockTest {
  private static final int CHAINS = 64;
  private static final int BURN_IN = 200;
  private static final int SWEEPS = 1000;

  /** A difference of so many standard errors happens once in 300,000 times. */
  private static final double ERRORS = 4.7;

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 5})
  void meansOfAMachineWithTwoModesAreThoseOfEnumeration(int clamped) {
    TemperedBlock block = new TemperedBlock(TwoModes.ladder(12), CHAINS, clamped, Seed.root(1));
    sweep(block, BURN_IN);
    double[][] sums = new double[CHAINS][TwoModes.VISIBLE];
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      block.sweep();
      for (int i = 0; i < block.below().length; i++) {
        sums[i / TwoModes.VISIBLE][i % TwoModes.VISIBLE] += block.below()[i] / (double) SWEEPS;
      }
    }
    double[] exact = TwoModes.means(clamped);
    for (int i = 0; i < TwoModes.VISIBLE; i++) {
      SummaryStatistics chains = new SummaryStatistics();
      for (double[] sum : sums) {
        chains.addValue(sum[i]);
      }
      double error = chains.getStandardDeviation() / Math.sqrt(CHAINS);
      assertTrue(error < 0.02, "the chains of unit " + i + " differ: " + error);
      assertEquals(exact[i], chains.getMean(), ERRORS * error, "unit " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 5})
  void logPartitionIsThatOfEnumeration(int clamped) {
    TemperedBlock block = new TemperedBlock(TwoModes.ladder(12), CHAINS, clamped, Seed.root(2));
    sweep(block, BURN_IN);
    block.beginCounting();
    sweep(block, SWEEPS);
    SummaryStatistics parts = new SummaryStatistics();
    for (int from = 0; from < CHAINS; from += 8) {
      parts.addValue(block.logPartition(from, from + 8));
    }
    double error = parts.getStandardDeviation() / Math.sqrt(8);
    assertTrue(error < 0.05, "error " + error);
    assertEquals(TwoModes.logPartition(clamped), block.logPartition(0, CHAINS), 5.5 * error);
  }

  /** The reason for all of this. */
  @Test
  void withoutLowerRungsChainsStayInTheModeTheyBeginIn() {
    TemperedBlock block = new TemperedBlock(TwoModes.ladder(2), CHAINS, -1, Seed.root(3));
    float[] on = new float[CHAINS * TwoModes.VISIBLE];
    Arrays.fill(on, 1);
    block.startFrom(on);
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      block.sweep();
    }
    double mean = 0;
    for (float state : block.below()) {
      mean += state / block.below().length;
    }
    assertTrue(mean > 0.95, "mean " + mean);
    assertTrue(TwoModes.means(-1)[0] < 0.9, "exact mean " + TwoModes.means(-1)[0]);
  }

  @Test
  void statesAreOldUntilTheLadderHasRenewedThem() {
    TemperedBlock block = new TemperedBlock(TwoModes.ladder(12), CHAINS, -1, Seed.root(4));
    assertEquals(1, block.shareBornBefore(0));
    block.sweep();
    assertTrue(block.shareBornBefore(0) > 0.8);
    sweep(block, 1000);
    assertEquals(0, block.shareBornBefore(0));
  }

  @Test
  void aChainHasTheSameBitsAmongMoreSweepsAndInAnotherObject() {
    TemperedBlock one = new TemperedBlock(TwoModes.ladder(5), CHAINS, 2, Seed.root(5));
    TemperedBlock other = new TemperedBlock(TwoModes.ladder(5), CHAINS, 2, Seed.root(5));
    sweep(one, 7);
    sweep(other, 7);
    assertArrayEquals(one.below(), other.below());
    assertArrayEquals(one.means(), other.means());
  }

  private static void sweep(TemperedBlock block, int sweeps) {
    for (int i = 0; i < sweeps; i++) {
      block.sweep();
    }
  }
}
