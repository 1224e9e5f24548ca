package io.github.unitscope.autoencoder;

import java.util.Locale;

/** Stops a training whose numbers leave all bounds, and remembers what was good before. */
final class CostGuard {
  /** A cost that much above the one before the first step does not come back. */
  private static final double WORST_RATIO = 2;

  private final AutoencoderSettings settings;
  private final double untrainedCost;
  private DenoisingAutoencoder lastGood;

  CostGuard(AutoencoderSettings settings, DenoisingAutoencoder untrained, double untrainedCost) {
    this.settings = settings;
    this.lastGood = untrained.copy();
    this.untrainedCost = untrainedCost;
  }

  void check(AutoencoderMetrics metrics, DenoisingAutoencoder autoencoder) {
    requireFinite(metrics.layer(), metrics.epoch(), metrics.isFinite() && autoencoder.isFinite());
    if (metrics.trainCost() > WORST_RATIO * untrainedCost) {
      throw diverged(
          metrics.layer(),
          metrics.epoch(),
          String.format(
              Locale.ROOT,
              "the cost is %.3g, untrained it was %.3g",
              metrics.trainCost(),
              untrainedCost));
    }
    lastGood = autoencoder.copy();
  }

  void requireFinite(int layer, int epoch, boolean finite) {
    if (!finite) {
      throw diverged(layer, epoch, "its numbers are no longer finite");
    }
  }

  /** The autoencoder after the last sound epoch; the caller may set its parameters. */
  DenoisingAutoencoder lastGood() {
    return lastGood;
  }

  private AutoencoderDivergedException diverged(int layer, int epoch, String what) {
    return new AutoencoderDivergedException(
        String.format(
            Locale.ROOT,
            "training of layer %d diverged in epoch %d: %s; try a learning rate of %.2g or less",
            layer,
            epoch,
            what,
            settings.learningRate() / 3),
        lastGood);
  }
}
