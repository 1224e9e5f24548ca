package io.github.unitscope.visualize.sample;

import java.util.Arrays;

/**
 * Whether the chains of a unit have mixed, and how well they know their mean. Of the numbers that
 * are watched ({@link PrincipalTraces}) the worst is reported.
 *
 * @param autocorrelationTime the integrated autocorrelation time in Gibbs steps: so many lie
 *     between samples that are as good as independent
 * @param effectiveSamples how many independent samples know the mean as well
 * @param rhat split-R̂ over the chains; 1 is mixed, more is not
 * @param meanError [inputs], the standard error of every pixel of the mean, from the spread of the
 *     means of the chains, so that it needs no assumption on how fast they mix; NaN with one chain
 * @param mixed whether both meet the criterion
 */
public record Mixing(
    double autocorrelationTime,
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
      return new Mixing(Double.NaN, Double.NaN, Double.NaN, error, false);
    }
    double rhat = 1;
    double effective = samples.length;
    for (double[] trace : PrincipalTraces.of(samples)) {
      ChainStatistics statistics = new ChainStatistics(chains(trace, settings));
      rhat = Math.max(rhat, statistics.rhat());
      effective = Math.min(effective, statistics.effectiveSamples());
    }
    double time = settings.thinning() * samples.length / effective;
    boolean mixed =
        rhat <= criterion.largestRhat() && effective >= criterion.leastEffectiveSamples();
    return new Mixing(time, effective, rhat, error, mixed);
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
