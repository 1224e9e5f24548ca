package io.github.unitscope.network.model;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.InvalidInputException;

/**
 * The images that a network was trained on.
 *
 * @param meanInputNorm mean L2 norm of an image, above 0: the radius for maximization on a sphere
 * @param data the name of the dataset; empty where that is not known
 */
public record TrainedOn(double meanInputNorm, String data) {
  /**
   * @throws InvalidInputException if the norm is not a positive number
   */
  public TrainedOn {
    if (!(meanInputNorm > 0) || Double.isInfinite(meanInputNorm)) {
      throw new InvalidInputException(
          "the mean norm of the images must be positive, not " + meanInputNorm);
    }
    if (data == null) {
      throw new InvalidInputException("the name of the data is missing");
    }
  }

  /** Unknown images; their norm is taken to be that of one whose values are all 0.5. */
  public static TrainedOn unknown(Network network) {
    return new TrainedOn(0.5 * Math.sqrt(network.inputShape().size()), "");
  }
}
