package io.github.unitscope.stacks.training;

import java.util.List;

/**
 * Is told how the training of a stack goes.
 *
 * @param <L> the kind of its layers
 * @param <M> what is measured after an epoch
 */
public interface TrainingListener<L, M> {
  /** Nobody listens. */
  TrainingListener<Object, Object> NONE = new TrainingListener<>() {};

  /**
   * A training that was stopped is resumed; told before the next step, once for every layer that
   * was begun, from the first.
   *
   * @param layer from 1
   * @param step the last that was done, from 1
   * @param steps how many there are in all
   * @param measured all epochs of the layer that were measured
   */
  default void onResume(int layer, long step, long steps, List<? extends M> measured) {}

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
   * @param layer as it is now; copy it to keep it
   */
  default void onEpoch(M metrics, L layer) {}
}
