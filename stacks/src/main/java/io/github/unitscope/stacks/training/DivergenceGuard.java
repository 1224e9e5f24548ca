package io.github.unitscope.stacks.training;

import io.github.unitscope.stacks.TiedLayer;
import java.util.Locale;

/**
 * Stops a training that diverges, and remembers what was good before.
 *
 * @param <L> the kind of layer
 */
final class DivergenceGuard<L extends TiedLayer<L>> {
  /**
   * A layer whose error is so many times that before its first step, when only its visible biases
   * knew the images, does not come back. Sound runs are better from the first epoch on.
   */
  private static final double WORST_RATIO = 2;

  private final double learningRate;
  private final String errorName;
  private final double untrainedError;
  private L lastGood;

  /**
   * @param learningRate of the first epoch, for the advice
   * @param untrained the layer before its first step
   * @param errorName what the error is, for people
   * @param untrainedError its error
   */
  DivergenceGuard(double learningRate, L untrained, String errorName, double untrainedError) {
    this.learningRate = learningRate;
    this.lastGood = untrained.copy();
    this.errorName = errorName;
    this.untrainedError = untrainedError;
  }

  void check(LayerMetrics metrics, L layer) {
    requireFinite(metrics.layer(), metrics.epoch(), layer.isFinite() && metrics.isFinite());
    if (metrics.error() > WORST_RATIO * untrainedError) {
      throw diverged(
          metrics.layer(),
          metrics.epoch(),
          String.format(
              Locale.ROOT,
              "the %s is %.3g, untrained it was %.3g",
              errorName,
              metrics.error(),
              untrainedError));
    }
    lastGood = layer.copy();
  }

  void requireFinite(int layer, int epoch, boolean finite) {
    if (!finite) {
      throw diverged(layer, epoch, "its numbers are no longer finite");
    }
  }

  /** The layer after the last sound epoch; the caller may set its parameters. */
  L lastGood() {
    return lastGood;
  }

  private TrainingDivergedException diverged(int layer, int epoch, String what) {
    return new TrainingDivergedException(
        String.format(
            Locale.ROOT,
            "training of layer %d diverged in epoch %d: %s; try a learning rate of %.2g or less",
            layer,
            epoch,
            what,
            learningRate / 3),
        lastGood);
  }
}
