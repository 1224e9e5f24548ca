package io.github.unitscope.autoencoder;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;
import io.github.unitscope.stacks.training.LayerTraining;
import io.github.unitscope.stacks.training.TiedParameters;
import io.github.unitscope.stacks.training.TrainingRows;
import java.util.List;

/** The training of one autoencoder under way. */
final class AutoencoderTraining extends LayerTraining<AutoencoderMetrics> {
  private final int layer;
  private final DenoisingAutoencoder autoencoder;
  private final AutoencoderSettings settings;
  private final TrainingRows train;
  private final DenoisingSteps steps;
  private final CostMonitor monitor;
  private final CostGuard guard;
  private final AutoencoderListener listener;

  /**
   * @param layer from 1
   * @param autoencoder untrained; its parameters are changed
   */
  AutoencoderTraining(
      int layer,
      DenoisingAutoencoder autoencoder,
      AutoencoderSettings settings,
      TrainingRows train,
      DenoisingSteps steps,
      CostMonitor monitor,
      AutoencoderListener listener) {
    super(AutoencoderMetrics.VALUES);
    this.layer = layer;
    this.autoencoder = autoencoder;
    this.settings = settings;
    this.train = train;
    this.steps = steps;
    this.monitor = monitor;
    this.guard = new CostGuard(settings, autoencoder, monitor.trainCost(autoencoder));
    this.listener = listener;
  }

  @Override
  protected void step(int[] order, int from, int epoch, Seed seed) {
    steps.step(train, order, from, epoch, seed);
  }

  @Override
  protected void onStep(long step, long total) {
    listener.onStep(layer, step, total);
  }

  @Override
  protected AutoencoderMetrics measure(int epoch, double seconds) {
    AutoencoderMetrics metrics =
        monitor.measure(autoencoder, layer, epoch, settings.learningRateAt(epoch), seconds);
    guard.check(metrics, autoencoder);
    listener.onEpoch(metrics, autoencoder);
    return metrics;
  }

  @Override
  protected void requireFinite(int epoch) {
    guard.requireFinite(layer, epoch + 1, autoencoder.isFinite());
  }

  @Override
  protected TiedParameters parameters() {
    return parameters(autoencoder);
  }

  @Override
  protected TiedParameters lastGood() {
    return parameters(guard.lastGood());
  }

  private static TiedParameters parameters(DenoisingAutoencoder of) {
    return new TiedParameters(of.weights(), of.visibleBias(), of.hiddenBias());
  }

  @Override
  protected void putMemory(StateArrays state) {
    steps.put(state);
  }

  @Override
  protected void restoreMemory(KeptState kept) {
    steps.restore(kept);
  }

  @Override
  protected double[] values(AutoencoderMetrics metrics) {
    return metrics.values();
  }

  @Override
  protected AutoencoderMetrics metrics(int epoch, double[] values) {
    return AutoencoderMetrics.of(layer, epoch + 1, values);
  }

  @Override
  protected boolean isFinite(AutoencoderMetrics metrics) {
    return metrics.isFinite();
  }

  @Override
  protected void onResume(long step, long total, List<AutoencoderMetrics> epochs) {
    listener.onResume(layer, step, total, epochs);
  }
}
