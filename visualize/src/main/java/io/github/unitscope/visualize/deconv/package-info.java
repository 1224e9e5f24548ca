/**
 * Projections of single activations down to the image: the deconvolutional network of Zeiler and
 * Fergus, <i>Visualizing and Understanding Convolutional Networks</i> (2013), section 2.1, and,
 * each by its own name, guided backpropagation (Springenberg et al. 2015) and the gradient.
 *
 * <p>Begin with {@link io.github.unitscope.visualize.deconv.FeatureMaps}: the places of a set of
 * images that excite a feature map most, what is seen there, and the projections of it.
 */
package io.github.unitscope.visualize.deconv;
