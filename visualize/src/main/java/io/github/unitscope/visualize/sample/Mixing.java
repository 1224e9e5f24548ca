package io.github.unitscope.visualize.sample;

import java.util.Arrays;

/**
 * Whether the chains of a unit have mixed, and how well they know their mean. Of the numbers that
 * are watched ({@link PrincipalTraces}) the worst is reported.
 *
 * <p>To have mixed is to agree: a mode in which no chain is cannot be seen, and chains that have
 * all ended in one mode count as mixed.
 *
 * @param autocorrelationTime the integrated autocorrelation time in Gibbs steps: so many lie
 *     between samples that are as good as independent; at least the thinning. NaN if not known
 * @param timeIsLowerBound whether the true time may be any greater one: R̂ is above the criterion,
 *     so that no chain has seen what the others have, or there is no other chain, or the
 *     autocorrelations had not died away within half a chain, as far as they can be followed
 * @param effectiveSamples how many independent samples know the mean as well
 * @param rhat split-R̂ over the chains; 1 is mixed, more is not
 * @param meanError [inputs], the standard error of every pixel of the mean, from the spread of the
 *     means of the chains, so that it needs no assumption on how fast they mix; NaN with one chain.
 *     Where the chains have not mixed it says how far the means of other chains, begun in the same
 *     way, would lie; what all chains owe to their beginning is not in it
 * @param mixed whether both meet the criterion; never with a single chain, of which nobody knows
 *     what it has not seen
 */
public record Mixing(
    double autocorrelationTime,
    boolean timeIsLowerBound,
    double effectiveSamples,
    double rhat,
    float[] meanError,
    boolean mixed) {
  /** Two halves of a chain with a variance each need so many samples. */
  private static final int FEWEST_SAMPLES = 4;

  /**
   * Looks at the samples of a unit.
   *
   * @param samples [chains × samples per chain][inputs], chain after chain
   * @param settings of the chains; with fewer than four samples per chain nothing is known but the
   *     error, and the chains do not count as mixed
   */
  static Mixing of(float[][] samples, SamplingSettings settings, MixingCriterion criterion) {
    float[] error = meanError(samples, settings);
    if (settings.samplesPerChain() < FEWEST_SAMPLES) {
      return new Mixing(Double.NaN, false, Double.NaN, Double.NaN, error, false);
    }
    double rhat = 1;
    double effective = samples.length;
    boolean cutShort = false;
    for (double[] trace : PrincipalTraces.of(samples)) {
      ChainStatistics statistics = new ChainStatistics(chains(trace, settings));
      rhat = Math.max(rhat, statistics.rhat());
      if (statistics.effectiveSamples() < effective) {
        effective = statistics.effectiveSamples();
        cutShort = statistics.timeIsCutShort();
      }
    }
    double time = settings.thinning() * samples.length / effective;
    // A chain that stays in one mode looks mixed by itself.
    boolean alike = settings.chains() > 1 && rhat <= criterion.largestRhat();
    boolean mixed = alike && effective >= criterion.leastEffectiveSamples();
    return new Mixing(time, !alike || cutShort, effective, rhat, error, mixed);
  }

  private static double[][] chains(double[] trace, SamplingSettings settings) {
    int length = settings.samplesPerChain();
    double[][] chains = new double[settings.chains()][length];
    for (int i = 0; i < trace.length; i++) {
      chains[i / length][i % length] = trace[i];
    }
    return chains;
  }

  private static float[] meanError(float[][] samples, SamplingSettings settings) {
    int chains = settings.chains();
    int length = settings.samplesPerChain();
    float[] errors = new float[samples[0].length];
    if (chains == 1) {
      Arrays.fill(errors, Float.NaN);
      return errors;
    }
    for (int pixel = 0; pixel < errors.length; pixel++) {
      double sum = 0;
      double squares = 0;
      for (int chain = 0; chain < chains; chain++) {
        double mean = 0;
        for (int i = chain * length; i < (chain + 1) * length; i++) {
          mean += samples[i][pixel] / (double) length;
        }
        sum += mean;
        squares += mean * mean;
      }
      double variance = (squares - sum * sum / chains) / (chains - 1);
      errors[pixel] = (float) Math.sqrt(Math.max(0, variance) / chains);
    }
    return errors;
  }
}
