package io.github.unitscope.rbm;

import java.util.Locale;

/** Stops a training whose numbers leave all bounds, and remembers what was good before. */
final class DivergenceGuard {
  /**
   * A machine that reconstructs images so much worse than before its first step, when only its
   * visible biases knew them, does not come back. Sound runs are better from the first epoch on.
   */
  private static final double WORST_RATIO = 2;

  private final RbmSettings settings;
  private Rbm lastGood;
  private final double untrainedError;

  DivergenceGuard(RbmSettings settings, Rbm untrained, double untrainedError) {
    this.settings = settings;
    this.lastGood = untrained.copy();
    this.untrainedError = untrainedError;
  }

  void check(EpochMetrics metrics, Rbm rbm) {
    requireFinite(metrics.layer(), metrics.epoch(), rbm.isFinite() && metrics.isFinite());
    if (metrics.reconstructionError() > WORST_RATIO * untrainedError) {
      throw diverged(
          metrics.layer(),
          metrics.epoch(),
          String.format(
              Locale.ROOT,
              "the reconstruction error is %.3g, untrained it was %.3g",
              metrics.reconstructionError(),
              untrainedError));
    }
    lastGood = rbm.copy();
  }

  void requireFinite(int layer, int epoch, boolean finite) {
    if (!finite) {
      throw diverged(layer, epoch, "its numbers are no longer finite");
    }
  }

  /** The machine after the last sound epoch; the caller may set its parameters. */
  Rbm lastGood() {
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
            settings.learningRate() / 3),
        lastGood);
  }
}
