package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.InvalidInputException;

/**
 * How the chains of a clamped unit are run.
 *
 * @param chains independent chains a unit
 * @param burnIn Gibbs steps before the first sample of a chain
 * @param samplesPerChain samples taken from every chain
 * @param thinning Gibbs steps from one sample to the next
 * @param topDown how a state of the layer below the unit becomes an image
 */
public record SamplingSettings(
    int chains, int burnIn, int samplesPerChain, int thinning, TopDown topDown) {

  /** What is used unless something else is asked for. */
  public static final SamplingSettings DEFAULTS =
      new SamplingSettings(16, 200, 16, 10, TopDown.SAMPLE);

  /** The way down through the layers below the clamped pair. */
  public enum TopDown {
    /** Every layer is sampled; the image is made of the pixels' means given the layer above. */
    SAMPLE,
    /** Every layer is set to its means (mean field), the image too. */
    MEAN
  }

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public SamplingSettings {
    require(chains >= 1, "the number of chains must be at least 1", chains);
    require(burnIn >= 1, "the burn-in must be at least 1 step", burnIn);
    require(samplesPerChain >= 1, "the samples per chain must be at least 1", samplesPerChain);
    require(thinning >= 1, "the thinning must be at least 1", thinning);
  }

  private static void require(boolean condition, String what, int value) {
    if (!condition) {
      throw new InvalidInputException(what + ", not " + value);
    }
  }

  /** All samples of a unit: chains × samples per chain. */
  public int samples() {
    return chains * samplesPerChain;
  }

  /** All Gibbs steps of a chain. */
  int steps() {
    return burnIn + (samplesPerChain - 1) * thinning;
  }
}
