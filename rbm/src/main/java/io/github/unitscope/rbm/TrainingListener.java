package io.github.unitscope.rbm;

import java.util.List;

/** Is told how training goes. */
public interface TrainingListener {
  /** Nobody listens. */
  TrainingListener NONE = new TrainingListener() {};

  /**
   * A training goes on that was stopped; told before the next step, once for every layer that was
   * begun, from the first.
   *
   * @param layer from 1
   * @param step the last that was done, from 1
   * @param steps how many there are in all
   * @param measured all epochs of the layer that were measured
   */
  default void onResume(int layer, long step, long steps, List<EpochMetrics> measured) {}

  /**
   * A step is done.
   *
   * @param layer from 1
   * @param step from 1, counted over the epochs of the layer
   * @param steps how many there are in all
   */
  default void onStep(int layer, long step, long steps) {}

  /**
   * An epoch is done.
   *
   * @param metrics what was measured
   * @param rbm the machine as it is now; copy it to keep it
   */
  default void onEpoch(EpochMetrics metrics, Rbm rbm) {}
}
