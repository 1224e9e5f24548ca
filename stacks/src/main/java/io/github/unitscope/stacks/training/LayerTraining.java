package io.github.unitscope.stacks.training;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StateArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The training of one layer, as {@link LayerLoop} drives it; knows what of it has to be kept.
 *
 * @param <M> what is measured after an epoch
 */
public abstract class LayerTraining<M> {
  private static final String METRICS = "metrics";
  private static final String LAST_GOOD = "last_good_";

  private final int valuesPerEpoch;
  private final List<M> measured = new ArrayList<>();

  /**
   * @param valuesPerEpoch how many numbers are measured after an epoch
   */
  protected LayerTraining(int valuesPerEpoch) {
    this.valuesPerEpoch = valuesPerEpoch;
  }

  /**
   * Moves the parameters once.
   *
   * @param order of the rows in this epoch
   * @param from position in {@code order} at which the batch begins
   * @param epoch from 0
   * @param seed of this step
   */
  protected abstract void step(int[] order, int from, int epoch, Seed seed);

  /**
   * Is told that a step is done.
   *
   * @param step from 1, counted over the epochs
   * @param steps how many there are in all
   */
  protected abstract void onStep(long step, long steps);

  /**
   * Measures after an epoch.
   *
   * @param epoch from 0
   * @param seconds that its steps took
   * @throws io.github.unitscope.network.message.InvalidInputException if the numbers leave all
   *     bounds
   */
  protected abstract M measure(int epoch, double seconds);

  /**
   * Stops a training in the middle of an epoch whose parameters are not finite. They never become
   * so again, so the end of the epoch would say the same.
   *
   * @param epoch from 0
   * @throws io.github.unitscope.network.message.InvalidInputException as {@link #measure} throws it
   */
  protected abstract void requireFinite(int epoch);

  /** The parameters that the steps change; they are set to those that were kept. */
  protected abstract TiedParameters parameters();

  /** Those after the last epoch whose numbers were sound; they are set too. */
  protected abstract TiedParameters lastGood();

  /** What else the next step depends on. */
  protected abstract void putMemory(StateArrays state);

  /** Sets what {@link #putMemory} gave. */
  protected abstract void restoreMemory(KeptState kept);

  /** The numbers of an epoch, apart from the layer's and its own. */
  protected abstract double[] values(M metrics);

  /**
   * The epoch of some numbers.
   *
   * @param epoch from 0
   * @param values as {@link #values} gave them
   */
  protected abstract M metrics(int epoch, double[] values);

  /** Whether all that must be finite is. */
  protected abstract boolean isFinite(M metrics);

  /**
   * Is told, when all is restored, how far the training had come.
   *
   * @param step the last that was done, from 1
   * @param steps how many there are in all
   * @param epochs that were measured
   */
  protected abstract void onResume(long step, long steps, List<M> epochs);

  final void endEpoch(int epoch, double seconds) {
    measured.add(measure(epoch, seconds));
  }

  /** What the layers above depend on, and what was measured. */
  final StateArrays learned() {
    double[] values =
        measured.stream().map(this::values).flatMapToDouble(DoubleStream::of).toArray();
    return new StateArrays()
        .putAll("", parameters().state())
        .put(METRICS, NpyArray.of(values, measured.size(), valuesPerEpoch));
  }

  /** What else the next step depends on; with {@link #learned} the whole state. */
  final StateArrays memory() {
    StateArrays state = new StateArrays().putAll(LAST_GOOD, lastGood().state());
    putMemory(state);
    return state;
  }

  final void restoreLearned(KeptState kept, int epochs) {
    parameters().restore(kept);
    List<double[]> values = kept.table(METRICS, epochs, valuesPerEpoch);
    for (int epoch = 0; epoch < epochs; epoch++) {
      M metrics = metrics(epoch, values.get(epoch));
      if (!isFinite(metrics)) {
        throw kept.problem(METRICS, KeptState.NOT_FINITE);
      }
      measured.add(metrics);
    }
  }

  final void restoreAll(KeptState kept, int epochs) {
    restoreLearned(kept, epochs);
    lastGood().restore(kept.under(LAST_GOOD));
    restoreMemory(kept);
  }

  final void resumed(long step, long steps) {
    onResume(step, steps, List.copyOf(measured));
  }
}
