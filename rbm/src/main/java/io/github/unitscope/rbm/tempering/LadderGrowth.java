package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.rbm.machine.Rbm;

/**
 * How the ladder of a machine grows while it is trained, after Béreux et al. (2025): when exchanges
 * between the machine and the rung below it are accepted too seldom, a copy of the machine becomes
 * a rung. Links that turn out to be weak, as chains were not in equilibrium yet when their rungs
 * were frozen, get a rung in between.
 *
 * <p>Where rungs follow each other so fast that no chain could climb them, the training is slowed
 * down: what is learned from chains that lag behind is not the machine that one sees later.
 */
public final class LadderGrowth {
  /** The acceptance at which a rung is frozen, as in the paper. */
  private static final double FREEZE = 0.3;

  /** The acceptance below which a link gets a rung in between. */
  private static final double WEAK = 0.2;

  /** Exchanges of all chains after which a link is judged. */
  private static final int JUDGED_AFTER = 50;

  /** Sweeps that a rung is to last. */
  private static final int SHORTEST = 80;

  private static final double SLOWER = 0.7;
  private static final double FASTER = 1.01;

  private static final String RATE_FACTOR = "rate_factor";
  private static final String FROZEN_AT = "frozen_at";

  private final Population population;
  private final Rbm machine;
  private double rateFactor = 1;
  private int frozenAt;

  /**
   * @param machine of the population, which is trained
   */
  public LadderGrowth(Population population, Rbm machine) {
    this.population = population;
    this.machine = machine;
  }

  /** What to multiply the learning rate with, in (0, 1]. */
  public double rateFactor() {
    return rateFactor;
  }

  /** After the machine has moved, and its chains were refreshed. */
  public void update() {
    strengthen();
    int top = population.rungs() - 2;
    if (population.tries(top) == 0) {
      return;
    }
    double acceptance = population.acceptance(top);
    population.beginCounting(top);
    int lasted = population.sweeps() - frozenAt;
    if (acceptance < FREEZE) {
      population.insert(population.rungs() - 1, machine.copy());
      frozenAt = population.sweeps();
      rateFactor *= lasted < SHORTEST ? SLOWER : 1;
    } else if (lasted > 2 * SHORTEST) {
      rateFactor = Math.min(1, rateFactor * FASTER);
    }
  }

  private void strengthen() {
    for (int lower = 0; lower + 2 < population.rungs(); lower++) {
      if (population.tries(lower) < JUDGED_AFTER) {
        continue;
      }
      boolean weak = population.acceptance(lower) < WEAK;
      population.beginCounting(lower);
      if (weak) {
        Rbm below = population.rung(lower);
        population.insert(lower + 1, below.towards(population.rung(lower + 1), 0.5));
        lower++;
      }
    }
  }

  /** Adds what the next update depends on. */
  public void put(StateArrays state) {
    state.put(RATE_FACTOR, rateFactor);
    state.put(FROZEN_AT, frozenAt);
  }

  /** Sets what {@link #put} gave. */
  public void restore(KeptState kept) {
    rateFactor = kept.number(RATE_FACTOR);
    frozenAt = (int) kept.number(FROZEN_AT, 0, Integer.MAX_VALUE);
  }
}
