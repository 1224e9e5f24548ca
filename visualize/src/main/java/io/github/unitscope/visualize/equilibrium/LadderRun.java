package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.TemperedChains;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The sweeps of one block of chains: until their states were renewed twice from the lowest rung,
 * then some draws.
 */
final class LadderRun {
  /** How often all states are to be renewed before the first draw: once, and once to forget it. */
  static final int RENEWALS = 2;

  /**
   * The share of old states, of one rung's, below which they count as renewed. The share can only
   * fall, so that it flatters nobody.
   */
  private static final double OLD = 0.01;

  /** A state that is older than so many renewals does not move. */
  private static final int PATIENCE = 2;

  private final TemperedChains chains;
  private final int rungs;

  /**
   * @param rungs of the ladder
   */
  LadderRun(TemperedChains chains, int rungs) {
    this.chains = chains;
    this.rungs = rungs;
  }

  /**
   * Runs the chains.
   *
   * @param drawn is told the number of each draw while the chains stand still
   */
  LadderHealth run(EquilibriumSettings settings, int draws, IntConsumer drawn) {
    int renewals = 0;
    int longest = 0;
    int mark = chains.sweeps();
    while (renewals < RENEWALS && chains.sweeps() < settings.mostSweeps()) {
      chains.sweep();
      if (isRenewed(mark)) {
        renewals++;
        longest = Math.max(longest, chains.sweeps() - mark);
        mark = chains.sweeps();
      }
    }
    chains.beginCounting();
    for (int draw = 0; draw < draws; draw++) {
      for (int sweep = 0; sweep < settings.thinning(); sweep++) {
        chains.sweep();
      }
      drawn.accept(draw);
    }
    boolean trapped = renewals == RENEWALS && !isRenewed(chains.sweeps() - PATIENCE * longest);
    return new LadderHealth(renewals, trapped, lowestAcceptance());
  }

  private boolean isRenewed(int mark) {
    return chains.shareBornBefore(mark) <= OLD / rungs;
  }

  private double lowestAcceptance() {
    double lowest = 1;
    for (int lower = 0; lower + 1 < rungs; lower++) {
      lowest = Math.min(lowest, Arrays.stream(chains.acceptance(lower)).average().orElseThrow());
    }
    return lowest;
  }
}
