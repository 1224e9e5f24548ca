package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import java.util.Arrays;

/**
 * What is known of the exchanges between a rung and the next one: of the chains of a block, since
 * it was last forgotten.
 */
final class Link {
  private static final String TRIES = ".tries";
  private static final String ACCEPTANCE = ".acceptance";
  private static final int MOST_TRIES = 1 << 16;

  /** min(1, exp(log ratio)), summed over the tries of every chain. */
  private final double[] acceptance;

  /** F_upper − F_lower at states of the lower rung, and at states of the upper one. */
  private double[] forward = new double[0];

  private double[] backward = new double[0];
  private int tries;

  Link(int chains) {
    this.acceptance = new double[chains];
  }

  /** Begins a new try of all chains. */
  void begin() {
    int needed = (tries + 1) * acceptance.length;
    if (forward.length < needed) {
      forward = Arrays.copyOf(forward, 2 * needed);
      backward = Arrays.copyOf(backward, 2 * needed);
    }
    tries++;
  }

  void record(int chain, double atLower, double atUpper) {
    int place = (tries - 1) * acceptance.length + chain;
    forward[place] = atLower;
    backward[place] = atUpper;
    acceptance[chain] += Math.exp(Math.min(0, atUpper - atLower));
  }

  void forget() {
    tries = 0;
    Arrays.fill(acceptance, 0);
  }

  int tries() {
    return tries;
  }

  /** The mean probability that an exchange is accepted, [chains]. */
  double[] acceptance() {
    double[] means = new double[acceptance.length];
    for (int chain = 0; chain < means.length; chain++) {
      means[chain] = acceptance[chain] / tries;
    }
    return means;
  }

  /** Adds how often exchanges were accepted; not what partition functions are estimated from. */
  void put(String name, StateArrays state) {
    state.put(name + TRIES, tries);
    state.put(name + ACCEPTANCE, acceptance);
  }

  void restore(String name, KeptState kept) {
    forget();
    for (int i = (int) kept.number(name + TRIES, 0, MOST_TRIES); i > 0; i--) {
      begin();
    }
    kept.into(name + ACCEPTANCE, acceptance);
  }

  /** log Z_upper − log Z_lower, from some of the chains. */
  double logRatio(int from, int to) {
    return AcceptanceRatio.logRatio(of(forward, from, to), of(backward, from, to));
  }

  private double[] of(double[] all, int from, int to) {
    int chains = acceptance.length;
    double[] some = new double[tries * (to - from)];
    for (int time = 0; time < tries; time++) {
      System.arraycopy(all, time * chains + from, some, time * (to - from), to - from);
    }
    return some;
  }
}
