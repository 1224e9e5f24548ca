package io.github.unitscope.stacks.training;

import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;

/**
 * The steps and epochs of one layer's training, from the beginning or from where a stopped one was.
 * After every step its state may be kept: the numbers of steps and seconds here, the rest in the
 * {@link LayerTraining}.
 */
public final class LayerLoop {
  private static final String STEP = "step";
  private static final String SECONDS = "seconds";
  private static final double NANOS = 1e9;

  private final int layer;
  private final int epochs;
  private final int rows;
  private final int batchSize;
  private final Seed seed;
  private final StackCheckpoints checkpoints;
  private final long steps;
  private long done;
  private double seconds;

  /**
   * @param layer from 1
   * @param epochs how often all rows are gone through
   * @param rows how many there are
   * @param batchSize rows a step; at most all
   * @param seed of the orders and steps
   * @param checkpoints keep the state
   */
  public LayerLoop(
      int layer, int epochs, int rows, int batchSize, Seed seed, StackCheckpoints checkpoints) {
    this.layer = layer;
    this.epochs = epochs;
    this.rows = rows;
    this.batchSize = batchSize;
    this.seed = seed;
    this.checkpoints = checkpoints;
    this.steps = (long) epochs * stepsPerEpoch();
  }

  private int stepsPerEpoch() {
    return rows / batchSize;
  }

  /**
   * Trains to the end.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if the numbers leave all
   *     bounds, or the kept state is not one of this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  public void run(LayerTraining<?> training) {
    if (checkpoints.isBegun(layer)) {
      checkpoints.restore(layer, kept -> restore(training, kept));
      training.resumed(done, steps);
    }
    while (done < steps) {
      epoch(training);
    }
    checkpoints.finish(layer, training.learned());
  }

  /** The rest of an epoch. */
  private void epoch(LayerTraining<?> training) {
    int epoch = (int) (done / stepsPerEpoch());
    int[] order = Shuffle.order(rows, seed.derive("order").derive(epoch));
    boolean inEpoch = true;
    while (inEpoch) {
      long start = System.nanoTime();
      int from = (int) (done % stepsPerEpoch()) * batchSize;
      training.step(order, from, epoch, seed.derive("step").derive(done));
      done++;
      training.onStep(done, steps);
      seconds += (System.nanoTime() - start) / NANOS;
      inEpoch = done % stepsPerEpoch() != 0;
      if (!inEpoch) {
        training.endEpoch(epoch, seconds);
        seconds = 0;
      }
      if (checkpoints.isDue()) {
        training.requireFinite(epoch);
        checkpoints.keep(layer, state(training));
      }
    }
  }

  private StateArrays state(LayerTraining<?> training) {
    return new StateArrays()
        .put(STEP, done)
        .put(SECONDS, seconds)
        .putAll("", training.learned())
        .putAll("", training.memory());
  }

  /** Of a layer that is done, what it has learned was kept and nothing else. */
  private void restore(LayerTraining<?> training, KeptState kept) {
    if (checkpoints.isDone(layer)) {
      done = steps;
      training.restoreLearned(kept, epochs);
    } else {
      done = kept.number(STEP, 1, steps);
      seconds = kept.number(SECONDS);
      training.restoreAll(kept, (int) (done / stepsPerEpoch()));
    }
  }
}
