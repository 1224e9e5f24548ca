package io.github.unitscope.rbm;

/** Stops a training whose numbers leave all bounds, and remembers what was good before. */
final class DivergenceGuard {
  /**
   * An epoch that ends this much worse than the best one does not come back: sound runs stay within
   * a third.
   */
  private static final double WORST_RATIO = 3;

  private final RbmSettings settings;
  private Rbm lastGood;
  private double bestError = Double.POSITIVE_INFINITY;

  DivergenceGuard(RbmSettings settings, Rbm initial) {
    this.settings = settings;
    this.lastGood = initial.copy();
  }

  void check(EpochMetrics metrics, Rbm rbm) {
    if (!rbm.isFinite() || !metrics.isFinite()) {
      throw diverged(metrics, "its numbers are no longer finite");
    }
    if (metrics.reconstructionError() > WORST_RATIO * bestError) {
      throw diverged(
          metrics,
          "the reconstruction error rose from %.3g to %.3g"
              .formatted(bestError, metrics.reconstructionError()));
    }
    bestError = Math.min(bestError, metrics.reconstructionError());
    lastGood = rbm.copy();
  }

  private TrainingDivergedException diverged(EpochMetrics metrics, String what) {
    return new TrainingDivergedException(
        "training of layer %d diverged in epoch %d: %s; try a learning rate of %.2g or less"
            .formatted(metrics.layer(), metrics.epoch(), what, settings.learningRate() / 3),
        lastGood);
  }
}
