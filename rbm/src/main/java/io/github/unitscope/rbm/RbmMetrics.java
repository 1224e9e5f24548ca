package io.github.unitscope.rbm;

import io.github.unitscope.stacks.training.LayerMetrics;

/**
 * What was measured after an epoch of one layer.
 *
 * @param layer from 1
 * @param epoch from 1
 * @param reconstructionError mean squared difference between a training image and the means that
 *     one Gibbs step gives back, per image, summed over pixels
 * @param trainFreeEnergy mean free energy of training images, in nats
 * @param validationFreeEnergy mean free energy of as many validation images
 * @param pseudoLikelihood mean log pseudo-likelihood of the validation images, rounded to 0 and 1,
 *     in nats; NaN for Gaussian visible units, whose pixels have no such rounding
 * @param meanActivation mean of all hidden units over the training images
 * @param learningRate that the epoch used
 * @param seconds of training, without the measurements
 */
public record RbmMetrics(
    int layer,
    int epoch,
    double reconstructionError,
    double trainFreeEnergy,
    double validationFreeEnergy,
    double pseudoLikelihood,
    double meanActivation,
    double learningRate,
    double seconds)
    implements LayerMetrics {

  /**
   * Validation minus training free energy: near 0 while the model generalizes; it grows as the
   * model overfits (Hinton 2010, section 6). In nats.
   */
  public double freeEnergyGap() {
    return validationFreeEnergy - trainFreeEnergy;
  }

  @Override
  public double error() {
    return reconstructionError;
  }

  /** How many values {@link #values} gives. */
  static final int VALUES = 7;

  @Override
  public double[] values() {
    return new double[] {
      reconstructionError,
      trainFreeEnergy,
      validationFreeEnergy,
      pseudoLikelihood,
      meanActivation,
      learningRate,
      seconds
    };
  }

  /** The metrics with the given {@link #values}. */
  static RbmMetrics of(int layer, int epoch, double[] values) {
    return new RbmMetrics(
        layer, epoch, values[0], values[1], values[2], values[3], values[4], values[5], values[6]);
  }

  @Override
  public boolean isFinite() {
    return Double.isFinite(reconstructionError)
        && Double.isFinite(trainFreeEnergy)
        && Double.isFinite(validationFreeEnergy);
  }
}
