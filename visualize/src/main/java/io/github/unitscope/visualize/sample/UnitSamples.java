package io.github.unitscope.visualize.sample;

/**
 * What a unit's chains gave.
 *
 * @param unit that was clamped
 * @param mean [inputs], the estimate of E[x | h = 1]: the mean of all samples
 * @param samples [chains × kept per chain][inputs], chain after chain, those that are kept
 * @param mixing whether the chains have mixed, and the error of the mean
 */
public record UnitSamples(int unit, float[] mean, float[][] samples, Mixing mixing) {}
