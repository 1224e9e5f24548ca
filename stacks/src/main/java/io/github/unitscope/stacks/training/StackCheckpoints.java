package io.github.unitscope.stacks.training;

import io.github.unitscope.network.storage.Checkpoints;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The checkpoints of a stack that is trained layer by layer: the state of the layer at hand, {@code
 * layer_N_…}, and beside it what the layers below have learned.
 */
public final class StackCheckpoints {
  private static final String LAYER = "layer";

  private final Checkpoints checkpoints;
  private final int begun;
  private final StateArrays below = new StateArrays();

  /**
   * Looks how far a stopped training had come.
   *
   * @param checkpoints where states are kept
   * @param layers how many there are
   * @throws io.github.unitscope.network.message.InvalidInputException if the kept state cannot be
   *     read
   */
  public StackCheckpoints(Checkpoints checkpoints, int layers) {
    this.checkpoints = checkpoints;
    this.begun = KeptState.last(checkpoints, kept -> (int) kept.number(LAYER, 1, layers)).orElse(0);
  }

  /** Whether a layer, from 1, was done before the training was stopped, and the next begun. */
  public boolean isDone(int layer) {
    return layer < begun;
  }

  /** Whether there is a state of a layer, from 1, to go on from. */
  public boolean isBegun(int layer) {
    return layer <= begun;
  }

  /**
   * Reads what was kept of a layer; before anything else is kept.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if it is not what is expected
   */
  public void restore(int layer, Consumer<KeptState> reading) {
    KeptState.last(
        checkpoints,
        kept -> {
          reading.accept(kept.under(prefix(layer)));
          return layer;
        });
  }

  /** Whether the state should be kept now. */
  public boolean isDue() {
    return checkpoints.isDue();
  }

  /** Keeps the state of the layer at hand, with what was learned below. */
  public void keep(int layer, StateArrays state) {
    checkpoints.keep(
        new StateArrays()
            .put(LAYER, layer)
            .putAll("", below)
            .putAll(prefix(layer), state)
            .arrays());
  }

  /** Takes what a layer has learned; the states of the layers above are kept with it. */
  public void finish(int layer, StateArrays learned) {
    below.putAll(prefix(layer), learned);
  }

  private static String prefix(int layer) {
    return String.format(Locale.ROOT, "layer_%d_", layer);
  }
}
