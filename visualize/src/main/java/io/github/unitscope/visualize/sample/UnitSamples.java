package io.github.unitscope.visualize.sample;

/**
 * What a unit's chains gave.
 *
 * @param unit that was clamped
 * @param mean [inputs], the estimate of E[x | h = 1]: the mean of all samples
 * @param samples [chains × samples per chain][inputs], chain after chain
 */
public record UnitSamples(int unit, float[] mean, float[][] samples) {}
