package io.github.unitscope.rbm;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.stacks.training.LayerTraining;
import io.github.unitscope.stacks.training.TiedParameters;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.List;

/** The training of one machine under way. */
final class RbmTraining extends LayerTraining<EpochMetrics> {
  private final int layer;
  private final Rbm rbm;
  private final RbmSettings settings;
  private final TrainingRows train;
  private final ContrastiveDivergence divergence;
  private final Monitor monitor;
  private final DivergenceGuard guard;
  private final TrainingListener listener;

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
    super(EpochMetrics.VALUES);
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
  protected void step(int[] order, int from, int epoch, Seed seed) {
    divergence.step(train, order, from, epoch, seed);
  }

  @Override
  protected void onStep(long step, long steps) {
    listener.onStep(layer, step, steps);
  }

  @Override
  protected EpochMetrics measure(int epoch, double seconds) {
    EpochMetrics metrics =
        monitor.measure(rbm, layer, epoch, settings.learningRateAt(epoch), seconds);
    guard.check(metrics, rbm);
    listener.onEpoch(metrics, rbm);
    return metrics;
  }

  @Override
  protected void requireFinite(int epoch) {
    guard.requireFinite(layer, epoch + 1, rbm.isFinite());
  }

  @Override
  protected TiedParameters parameters() {
    return parameters(rbm);
  }

  @Override
  protected TiedParameters lastGood() {
    return parameters(guard.lastGood());
  }

  private static TiedParameters parameters(Rbm of) {
    return new TiedParameters(of.weights(), of.visibleBias(), of.hiddenBias());
  }

  @Override
  protected void putMemory(StateArrays state) {
    divergence.put(state);
  }

  @Override
  protected void restoreMemory(KeptState kept) {
    divergence.restore(kept);
  }

  @Override
  protected double[] values(EpochMetrics metrics) {
    return metrics.values();
  }

  @Override
  protected EpochMetrics metrics(int epoch, double[] values) {
    return EpochMetrics.of(layer, epoch + 1, values);
  }

  @Override
  protected boolean isFinite(EpochMetrics metrics) {
    return metrics.isFinite();
  }

  @Override
  protected void onResume(long step, long steps, List<EpochMetrics> epochs) {
    listener.onResume(layer, step, steps, epochs);
  }
}
