package io.github.unitscope.rbm.likelihood;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import io.github.unitscope.rbm.tempering.TwoModes;
import org.junit.jupiter.api.Test;

/** On a machine with two modes, one with twice the weight of the other. */
class BothSidesTest {
  private static final Workers WORKERS = new Workers(2);
  private static final double EXACT = TwoModes.logPartition(-1);
  private final Rbm machine = TwoModes.machine();
  private final LadderEstimate ladder =
      LadderEstimate.of(TwoModes.ladder(12), 256, Seed.root(1), WORKERS);

  @Test
  void theLadderKnowsThePartitionFunction() {
    LogPartition estimate = ladder.logPartition();
    assertTrue(estimate.high() - estimate.low() < 0.2, estimate::toString);
    double error = (estimate.high() - estimate.low()) / 6;
    assertEquals(EXACT, estimate.value(), 5 * error);
  }

  @Test
  void annealingAgreesFromBothSides() {
    AnnealedImportanceSampling annealing = new AnnealedImportanceSampling(256, 1000);
    float[] base = new float[TwoModes.VISIBLE];
    LogPartition forward = annealing.estimate(machine, base, Seed.root(2), WORKERS);
    LogPartition reverse = annealing.reverse(machine, base, ladder.states(), Seed.root(3), WORKERS);
    assertEquals(EXACT, forward.value(), 0.2);
    assertEquals(EXACT, reverse.value(), 0.2);
    assertTrue(reverse.low() <= reverse.value() && reverse.value() <= reverse.high());
  }

  /** A few steps miss the modes on the way up and are left behind in them on the way down. */
  @Test
  void withTooFewStepsTheTwoSidesDisagreeAndTheTruthIsBetween() {
    AnnealedImportanceSampling annealing = new AnnealedImportanceSampling(256, 3);
    float[] base = new float[TwoModes.VISIBLE];
    double forward = annealing.estimate(machine, base, Seed.root(2), WORKERS).value();
    double reverse =
        annealing.reverse(machine, base, ladder.states(), Seed.root(3), WORKERS).value();
    assertTrue(forward < EXACT && EXACT < reverse, forward + " " + EXACT + " " + reverse);
    assertTrue(reverse - forward > 1, "gap " + (reverse - forward));
  }

  @Test
  void theSameBitsForAnyNumberOfThreads() {
    try (Workers one = new Workers(1)) {
      LadderEstimate again = LadderEstimate.of(TwoModes.ladder(12), 256, Seed.root(1), one);
      assertEquals(ladder.logPartition(), again.logPartition());
      assertArrayEquals(ladder.states(), again.states());
    }
  }
}
