package io.github.unitscope.autoencoder;

import io.github.unitscope.stacks.training.LayerMetrics;

/**
 * What was measured after an epoch of one layer, always on the same rows with the same noise.
 *
 * @param layer from 1
 * @param epoch from 1
 * @param trainCost mean cost of reconstructing training images from corrupted ones
 * @param validationCost the same for as many validation images
 * @param reconstructionError mean squared difference between a clean validation image and its
 *     reconstruction without noise, per image, summed over the inputs
 * @param meanActivation mean of all hidden units over the clean validation images
 * @param learningRate that the epoch used
 * @param seconds of training, without the measurements
 */
public record AutoencoderMetrics(
    int layer,
    int epoch,
    double trainCost,
    double validationCost,
    double reconstructionError,
    double meanActivation,
    double learningRate,
    double seconds)
    implements LayerMetrics {

  @Override
  public double error() {
    return trainCost;
  }

  /** How many values {@link #values} gives. */
  static final int VALUES = 6;

  @Override
  public double[] values() {
    return new double[] {
      trainCost, validationCost, reconstructionError, meanActivation, learningRate, seconds
    };
  }

  /** The metrics with the given {@link #values}. */
  static AutoencoderMetrics of(int layer, int epoch, double[] values) {
    return new AutoencoderMetrics(
        layer, epoch, values[0], values[1], values[2], values[3], values[4], values[5]);
  }

  @Override
  public boolean isFinite() {
    return Double.isFinite(trainCost)
        && Double.isFinite(validationCost)
        && Double.isFinite(reconstructionError);
  }
}
