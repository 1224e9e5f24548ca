/**
 * Linear combination of filters (Lee, Ekanadham, Ng 2008; Erhan et al. 2009, section 3.3).
 *
 * <p>Begin with {@link io.github.unitscope.visualize.combine.Combination}; below it is {@link
 * io.github.unitscope.visualize.combine.LinearCombination}.
 */
package io.github.unitscope.visualize.combine;
