package io.github.unitscope.rbm.tempering;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.List;
import java.util.Locale;

/**
 * Machines that lead from one whose units do not depend on each other, which can be drawn from
 * directly, to the one that is to be sampled; neighbours are so alike that their states can be
 * exchanged.
 *
 * @param rungs at least two, from the lowest; the lowest has no weights, the last is the machine
 *     itself
 */
public record Ladder(List<Rbm> rungs) {
  /**
   * @throws InvalidInputException if there are fewer than two rungs, they have different shapes or
   *     visible units, or the lowest has weights
   */
  public Ladder {
    rungs = List.copyOf(rungs);
    if (rungs.size() < 2) {
      throw new InvalidInputException("a ladder needs at least 2 rungs, not " + rungs.size());
    }
    Rbm base = rungs.get(0);
    for (Rbm rung : rungs) {
      boolean alike =
          rung.visible() == base.visible()
              && rung.hidden() == base.hidden()
              && rung.visibleUnits() == base.visibleUnits();
      if (!alike) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "the rungs of a ladder must be alike: one has %d visible and %d hidden units,"
                    + " another %d and %d",
                base.visible(),
                base.hidden(),
                rung.visible(),
                rung.hidden()));
      }
    }
    if (!isWeightless(base)) {
      throw new InvalidInputException("the lowest rung of a ladder must have no weights");
    }
  }

  /** The machine without weights that has the visible biases of another, and no hidden ones. */
  public static Rbm base(Rbm of) {
    return new Rbm(
        of.visibleUnits(),
        Matrix.zeros(of.visible(), of.hidden()),
        of.visibleBias().clone(),
        new float[of.hidden()]);
  }

  /** The machine that the ladder leads to. */
  public Rbm machine() {
    return rungs.get(rungs.size() - 1);
  }

  /** How many rungs there are, the machine itself among them. */
  public int size() {
    return rungs.size();
  }

  /** Whether it leads to this machine: to its very parameters, not to equal ones. */
  public boolean leadsTo(Rbm rbm) {
    return machine().weights() == rbm.weights();
  }

  private static boolean isWeightless(Rbm rbm) {
    boolean[] zero = {true};
    rbm.weights()
        .visit(
            (block, first, count) -> {
              for (int i = 0; i < count * rbm.visible(); i++) {
                zero[0] &= block[i] == 0;
              }
            });
    return zero[0];
  }
}
