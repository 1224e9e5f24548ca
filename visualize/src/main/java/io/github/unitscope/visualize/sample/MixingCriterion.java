package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.message.InvalidInputException;

/**
 * When the chains of a unit count as mixed.
 *
 * @param largestRhat above which they do not, at least 1
 * @param leastEffectiveSamples below which they do not; of 50 the mean has an error of a seventh of
 *     the deviation of a sample
 */
public record MixingCriterion(double largestRhat, double leastEffectiveSamples) {
  /**
   * R̂ of 1.1 as Gelman et al. (Bayesian Data Analysis, 3rd edition, section 11.4), and 50 samples.
   * Vehtari et al. (2021) ask for more where quantiles are to be trusted: 1.01 and 400.
   */
  public static final MixingCriterion DEFAULTS = new MixingCriterion(1.1, 50);

  /**
   * @throws InvalidInputException if a value is out of its range
   */
  public MixingCriterion {
    if (!(largestRhat >= 1)) {
      throw new InvalidInputException("the largest R̂ must be at least 1, not " + largestRhat);
    }
    if (!(leastEffectiveSamples >= 0)) {
      throw new InvalidInputException(
          "the least effective sample size must not be negative: " + leastEffectiveSamples);
    }
  }
}
