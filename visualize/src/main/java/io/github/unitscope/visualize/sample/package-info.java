/**
 * Sampling from a unit of a deep belief network: Gibbs sampling in its two top layers with the unit
 * clamped on, then downwards to the input (Erhan et al. 2009, section 3.2).
 *
 * <p>Begin with {@link io.github.unitscope.visualize.sample.Sampling}; {@link
 * io.github.unitscope.visualize.sample.ClampedSampler} is what it and the commands run.
 */
package io.github.unitscope.visualize.sample;
