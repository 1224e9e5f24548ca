package io.github.unitscope.stacks.training;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;

/** Moves the parameters of one layer, a batch at a time. */
public interface UpdateRule {
  /**
   * Moves the parameters once.
   *
   * @param rows where the batch is read from
   * @param indices of the rows
   * @param from position in {@code indices} at which the batch begins
   * @param epoch from 0, for the schedules
   * @param seed of this step
   */
  void step(TrainingRows rows, int[] indices, int from, int epoch, Seed seed);

  /** Adds what was learned and stays when the layer is done, apart from the parameters. */
  default void putLearned(StateArrays state) {}

  /** Sets what {@link #putLearned} gave; the parameters are those of then. */
  default void restoreLearned(KeptState kept) {}

  /** Adds what the next step depends on, apart from the parameters and what was learned. */
  void put(StateArrays state);

  /** Sets what {@link #put} gave after a step. */
  void restore(KeptState kept);
}
