/**
 * {@code train}: deep belief networks, stacks of denoising autoencoders, convolutional networks.
 */
package io.github.unitscope.experiments.train;
