package io.github.unitscope.benchmarks;

import io.github.unitscope.stacks.training.LayerMetrics;
import io.github.unitscope.stacks.training.TrainingListener;

/** Adds up the seconds of all epochs, without what is measured after them. */
final class TrainingClock implements TrainingListener<Object, LayerMetrics> {
  private double seconds;

  @Override
  public void onEpoch(LayerMetrics metrics, Object layer) {
    seconds += metrics.seconds();
  }

  double seconds() {
    return seconds;
  }
}
