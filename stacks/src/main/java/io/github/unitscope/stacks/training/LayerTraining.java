package io.github.unitscope.stacks.training;

import io.github.unitscope.network.numerics.Shuffle;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.stacks.TiedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The steps and epochs of one layer's training, from the beginning or from where a stopped one was.
 * After every step its state may be kept.
 *
 * @param <L> the kind of layer
 * @param <M> what is measured after an epoch
 */
public final class LayerTraining<L extends TiedLayer<L>, M extends LayerMetrics> {
  private static final String STEP = "step";
  private static final String SECONDS = "seconds";
  private static final String WEIGHTS = "weights";
  private static final String VISIBLE_BIAS = "visible_bias";
  private static final String HIDDEN_BIAS = "hidden_bias";
  private static final String METRICS = "metrics";
  private static final String LAST_GOOD = "last_good_";
  private static final double NANOS = 1e9;

  private final int number;
  private final TrainingSettings settings;
  private final TrainingRows rows;
  private final L layer;
  private final UpdateRule rule;
  private final LayerMonitor<L, M> monitor;
  private final DivergenceGuard<L> guard;
  private final TrainingListener<? super L, ? super M> listener;
  private final StackCheckpoints checkpoints;
  private final int batchSize;
  private final long steps;
  private final List<M> measured = new ArrayList<>();
  private long done;
  private double seconds;

  /**
   * @param number of the layer, from 1
   * @param start the layer and what trains it
   * @param rows what it is trained on
   * @param checkpoints keep the state
   */
  LayerTraining(
      int number,
      TrainingSettings settings,
      LayerStart<L, M> start,
      TrainingRows rows,
      TrainingListener<? super L, ? super M> listener,
      StackCheckpoints checkpoints) {
    this.number = number;
    this.settings = settings;
    this.rows = rows;
    this.layer = start.layer();
    this.rule = start.rule();
    this.monitor = start.monitor();
    this.guard =
        new DivergenceGuard<>(
            settings.learningRate(), layer, monitor.errorName(), monitor.error(layer));
    this.listener = listener;
    this.checkpoints = checkpoints;
    this.batchSize = batchSize(settings, rows);
    this.steps = (long) settings.epochs() * stepsPerEpoch();
  }

  /** Images a step: no more than there are. */
  static int batchSize(TrainingSettings settings, TrainingRows rows) {
    return Math.min(settings.batchSize(), rows.size());
  }

  private int stepsPerEpoch() {
    return rows.size() / batchSize;
  }

  /**
   * Trains to the end.
   *
   * @param seed of the orders and steps
   * @return the trained layer
   * @throws TrainingDivergedException if the training diverges; it carries the last good layer
   * @throws io.github.unitscope.network.message.InvalidInputException if the kept state is not one
   *     of this training
   * @throws io.github.unitscope.network.storage.StopRequestedException if it is to stop
   */
  L run(Seed seed) {
    if (checkpoints.isBegun(number)) {
      checkpoints.restore(number, this::restore);
      listener.onResume(number, done, steps, List.copyOf(measured));
    }
    while (done < steps) {
      epoch(seed);
    }
    checkpoints.finish(number, learned());
    return layer;
  }

  /** The layer after the last epoch whose numbers were sound, or the untrained one. */
  L lastGood() {
    return guard.lastGood();
  }

  /** The rest of an epoch. */
  private void epoch(Seed seed) {
    int epoch = (int) (done / stepsPerEpoch());
    int[] order = Shuffle.order(rows.size(), seed.derive("order").derive(epoch));
    boolean inEpoch = true;
    while (inEpoch) {
      long start = System.nanoTime();
      int from = (int) (done % stepsPerEpoch()) * batchSize;
      rule.step(rows, order, from, epoch, seed.derive("step").derive(done));
      done++;
      listener.onStep(number, done, steps);
      seconds += (System.nanoTime() - start) / NANOS;
      inEpoch = done % stepsPerEpoch() != 0;
      if (!inEpoch) {
        measure(epoch);
        seconds = 0;
      }
      if (checkpoints.isDue()) {
        // Never finite again: the end of the epoch would say the same.
        guard.requireFinite(number, epoch + 1, layer.isFinite());
        checkpoints.keep(number, state());
      }
    }
  }

  private void measure(int epoch) {
    M metrics = monitor.measure(layer, number, epoch, settings.learningRateAt(epoch), seconds);
    guard.check(metrics, layer);
    listener.onEpoch(metrics, layer);
    measured.add(metrics);
  }

  private StateArrays state() {
    StateArrays state =
        new StateArrays()
            .put(STEP, done)
            .put(SECONDS, seconds)
            .putAll("", learned())
            .putAll(LAST_GOOD, parameters(guard.lastGood()));
    rule.put(state);
    return state;
  }

  /** What the layers above depend on, and what was measured. */
  private StateArrays learned() {
    double[] values =
        measured.stream().map(LayerMetrics::values).flatMapToDouble(DoubleStream::of).toArray();
    StateArrays learned =
        parameters(layer).put(METRICS, NpyArray.of(values, measured.size(), monitor.values()));
    rule.putLearned(learned);
    return learned;
  }

  private static StateArrays parameters(TiedLayer<?> of) {
    return new StateArrays()
        .put(WEIGHTS, of.weights())
        .put(VISIBLE_BIAS, of.visibleBias())
        .put(HIDDEN_BIAS, of.hiddenBias());
  }

  /** Of a layer that is done, what it has learned was kept and nothing else. */
  private void restore(KeptState kept) {
    if (checkpoints.isDone(number)) {
      done = steps;
      restoreLearned(kept, settings.epochs());
    } else {
      done = kept.number(STEP, 1, steps);
      seconds = kept.number(SECONDS);
      restoreLearned(kept, (int) (done / stepsPerEpoch()));
      restoreParameters(kept.under(LAST_GOOD), guard.lastGood());
      rule.restore(kept);
    }
  }

  private void restoreLearned(KeptState kept, int epochs) {
    restoreParameters(kept, layer);
    rule.restoreLearned(kept);
    List<double[]> values = kept.table(METRICS, epochs, monitor.values());
    for (int epoch = 0; epoch < epochs; epoch++) {
      M metrics = monitor.metrics(number, epoch, values.get(epoch));
      if (!metrics.isFinite()) {
        throw kept.problem(METRICS, KeptState.NOT_FINITE);
      }
      measured.add(metrics);
    }
  }

  private static void restoreParameters(KeptState kept, TiedLayer<?> of) {
    kept.into(WEIGHTS, of.weights());
    kept.into(VISIBLE_BIAS, of.visibleBias());
    kept.into(HIDDEN_BIAS, of.hiddenBias());
  }
}
