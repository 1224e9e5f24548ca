/** {@code deconv}: projections of the strongest activations of feature maps. */
package io.github.unitscope.experiments.deconv;
