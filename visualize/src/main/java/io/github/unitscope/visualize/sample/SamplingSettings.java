package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * How the chains of a clamped unit are run.
 *
 * @param chains independent chains a unit
 * @param burnIn Gibbs steps before the first sample of a chain
 * @param samplesPerChain samples taken from every chain
 * @param thinning Gibbs steps from one sample to the next
 * @param keptPerChain how many of them are given back, evenly spread and the last among them; the
 *     mean and the diagnosis are of all
 * @param topDown how a state of the layer below the unit becomes an image
 */
public record SamplingSettings(
    int chains, int burnIn, int samplesPerChain, int thinning, int keptPerChain, TopDown topDown) {

  /** Of longer chains no more are kept unless asked for: the pictures would fill the memory. */
  public static final int MOST_KEPT = 16;

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
    requireCountable("chains times samples", (double) chains * samplesPerChain);
    requireCountable("the steps of a chain", burnIn + (samplesPerChain - 1.0) * thinning);
    require(
        keptPerChain >= 1 && keptPerChain <= samplesPerChain,
        String.format(
            Locale.ROOT,
            "of %d samples per chain, 1 to %d can be kept",
            samplesPerChain,
            samplesPerChain),
        keptPerChain);
  }

  /** Keeps all samples of a chain, or {@link #MOST_KEPT} of them. */
  public SamplingSettings(
      int chains, int burnIn, int samplesPerChain, int thinning, TopDown topDown) {
    this(
        chains,
        burnIn,
        samplesPerChain,
        thinning,
        Math.max(1, Math.min(samplesPerChain, MOST_KEPT)),
        topDown);
  }

  /** The same settings with another number of chains. */
  public SamplingSettings withChains(int number) {
    return new SamplingSettings(number, burnIn, samplesPerChain, thinning, keptPerChain, topDown);
  }

  /** The same settings with another number of steps before the first sample. */
  public SamplingSettings withBurnIn(int steps) {
    return new SamplingSettings(chains, steps, samplesPerChain, thinning, keptPerChain, topDown);
  }

  /** The same settings with so many samples a chain, of which as many are kept as by default. */
  public SamplingSettings withSamplesPerChain(int number) {
    return new SamplingSettings(chains, burnIn, number, thinning, topDown);
  }

  /** The same settings with another number of steps between samples. */
  public SamplingSettings withThinning(int steps) {
    return new SamplingSettings(chains, burnIn, samplesPerChain, steps, keptPerChain, topDown);
  }

  /** The same settings with another way down. */
  public SamplingSettings withTopDown(TopDown way) {
    return new SamplingSettings(chains, burnIn, samplesPerChain, thinning, keptPerChain, way);
  }

  private static void requireCountable(String what, double count) {
    if (count > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s must be at most %d, not %.0f", what, Integer.MAX_VALUE, count));
    }
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

  /** The place in its chain of a sample that is kept, the last one at the last place. */
  int keptIndex(int kept) {
    return Math.toIntExact((kept + 1L) * samplesPerChain / keptPerChain - 1);
  }

  /** All Gibbs steps of a chain. */
  int steps() {
    return burnIn + (samplesPerChain - 1) * thinning;
  }
}
