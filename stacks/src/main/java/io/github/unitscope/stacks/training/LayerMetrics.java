package io.github.unitscope.stacks.training;

/** What was measured after an epoch of one layer. */
public interface LayerMetrics {
  /** The layer, from 1. */
  int layer();

  /** The epoch, from 1. */
  int epoch();

  /** How long the steps took, without the measurements. */
  double seconds();

  /** What the training makes smaller; the layer diverged where it is twice that before training. */
  double error();

  /** All that was measured, for a checkpoint; the layer and the epoch are known from its place. */
  double[] values();

  /** Whether all that must be finite is. */
  boolean isFinite();
}
