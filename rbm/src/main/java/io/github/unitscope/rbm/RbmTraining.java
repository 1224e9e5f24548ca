package io.github.unitscope.rbm;

import io.github.unitscope.datasets.training.LayerTraining;
import io.github.unitscope.datasets.training.TrainingRows;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.network.storage.StateArrays;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The training of one machine under way. */
final class RbmTraining implements LayerTraining {
  private static final String METRICS = "metrics";
  private static final String NOW = "";
  private static final String LAST_GOOD = "last_good_";

  private final int layer;
  private final Rbm rbm;
  private final RbmSettings settings;
  private final TrainingRows train;
  private final ContrastiveDivergence divergence;
  private final Monitor monitor;
  private final DivergenceGuard guard;
  private final TrainingListener listener;
  private final List<EpochMetrics> measured = new ArrayList<>();

  /**
   * @param layer from 1
   * @param rbm untrained; its parameters are changed
   */
  RbmTraining(
      int layer,
      Rbm rbm,
      RbmSettings settings,
      TrainingRows train,
      ContrastiveDivergence divergence,
      Monitor monitor,
      TrainingListener listener) {
    this.layer = layer;
    this.rbm = rbm;
    this.settings = settings;
    this.train = train;
    this.divergence = divergence;
    this.monitor = monitor;
    this.guard = new DivergenceGuard(settings, rbm, monitor.reconstructionError(rbm));
    this.listener = listener;
  }

  @Override
  public void step(int[] order, int from, int epoch, Seed seed) {
    divergence.step(train, order, from, epoch, seed);
  }

  @Override
  public void onStep(long step, long steps) {
    listener.onStep(layer, step, steps);
  }

  @Override
  public void endEpoch(int epoch, double seconds) {
    EpochMetrics metrics =
        monitor.measure(rbm, layer, epoch, settings.learningRateAt(epoch), seconds);
    guard.check(metrics, rbm);
    measured.add(metrics);
    listener.onEpoch(metrics, rbm);
  }

  @Override
  public void requireFinite(int epoch) {
    guard.requireFinite(layer, epoch + 1, rbm.isFinite());
  }

  @Override
  public StateArrays learned() {
    double[] values =
        measured.stream().map(EpochMetrics::values).flatMapToDouble(DoubleStream::of).toArray();
    StateArrays state = new StateArrays();
    put(NOW, rbm, state);
    return state.put(METRICS, NpyArray.of(values, measured.size(), EpochMetrics.VALUES));
  }

  @Override
  public StateArrays memory() {
    StateArrays state = new StateArrays();
    put(LAST_GOOD, guard.lastGood(), state);
    divergence.put(state);
    return state;
  }

  private static void put(String prefix, Rbm machine, StateArrays state) {
    state.put(prefix + "weights", machine.weights());
    state.put(prefix + "visible_bias", machine.visibleBias());
    state.put(prefix + "hidden_bias", machine.hiddenBias());
  }

  @Override
  public void restoreLearned(KeptState kept, int epochs) {
    restore(kept.under(NOW), rbm);
    double[] values = kept.table(METRICS, epochs, EpochMetrics.VALUES);
    for (int epoch = 0; epoch < epochs; epoch++) {
      EpochMetrics metrics = EpochMetrics.of(layer, epoch + 1, values, epoch * EpochMetrics.VALUES);
      if (!metrics.isFinite()) {
        throw kept.problem(METRICS, "has values that are not finite numbers");
      }
      measured.add(metrics);
    }
  }

  @Override
  public void restoreMemory(KeptState kept) {
    restore(kept.under(LAST_GOOD), guard.lastGood());
    divergence.restore(kept);
  }

  private static void restore(KeptState kept, Rbm machine) {
    kept.into("weights", machine.weights());
    kept.into("visible_bias", machine.visibleBias());
    kept.into("hidden_bias", machine.hiddenBias());
  }

  @Override
  public void onResume(long step, long steps) {
    listener.onResume(layer, step, steps, List.copyOf(measured));
  }
}
