package io.github.unitscope.rbm;

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
    if (!rbm.isFinite() || !metrics.isFinite()) {
      throw diverged(metrics, "its numbers are no longer finite");
    }
    if (metrics.reconstructionError() > WORST_RATIO * untrainedError) {
      throw diverged(
          metrics,
          "the reconstruction error is %.3g, untrained it was %.3g"
              .formatted(metrics.reconstructionError(), untrainedError));
    }
    lastGood = rbm.copy();
  }

  private TrainingDivergedException diverged(EpochMetrics metrics, String what) {
    return new TrainingDivergedException(
        "training of layer %d diverged in epoch %d: %s; try a learning rate of %.2g or less"
            .formatted(metrics.layer(), metrics.epoch(), what, settings.learningRate() / 3),
        lastGood);
  }
}
