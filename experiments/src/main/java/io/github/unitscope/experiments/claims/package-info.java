/**
 * The claims of Erhan et al. (2009) in numbers: every one is a share of units with its Wilson
 * interval or a median over units with an interval of order statistics, of an array that is kept.
 *
 * <p>Begin with {@link io.github.unitscope.experiments.claims.Measurement}.
 */
package io.github.unitscope.experiments.claims;
