package io.github.unitscope.datasets.training;

import io.github.unitscope.network.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;

/** The training of one layer, as {@link LayerLoop} drives it. */
public interface LayerTraining {
  /**
   * Moves the parameters once.
   *
   * @param order of the rows in this epoch
   * @param from position in {@code order} at which the batch begins
   * @param epoch from 0
   * @param seed of this step
   */
  void step(int[] order, int from, int epoch, Seed seed);

  /**
   * Is told that a step is done.
   *
   * @param step from 1, counted over the epochs
   * @param steps how many there are in all
   */
  void onStep(long step, long steps);

  /**
   * Measures after an epoch.
   *
   * @param epoch from 0
   * @param seconds that its steps took
   * @throws io.github.unitscope.network.InvalidInputException if the numbers leave all bounds
   */
  void endEpoch(int epoch, double seconds);

  /**
   * Stops a training in the middle of an epoch whose parameters are not finite. They never become
   * so again, so the end of the epoch would say the same.
   *
   * @param epoch from 0
   * @throws io.github.unitscope.network.InvalidInputException as {@link #endEpoch} throws it
   */
  void requireFinite(int epoch);

  /** What has been learned and measured. */
  StateArrays learned();

  /** What else the next step depends on; with {@link #learned} the whole state. */
  StateArrays memory();

  /**
   * Sets what {@link #learned} gave.
   *
   * @param epochs how many have been measured
   */
  void restoreLearned(KeptState kept, int epochs);

  /** Sets what {@link #memory} gave. */
  void restoreMemory(KeptState kept);

  /**
   * Is told, when all is restored, how far the training had come.
   *
   * @param step the last that was done, from 1
   * @param steps how many there are in all
   */
  void onResume(long step, long steps);
}
