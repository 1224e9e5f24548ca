/**
 * The training steps that restricted Boltzmann machines and denoising autoencoders share: a layer
 * whose weights go both ways moves along a sum of two products of visible and hidden values.
 *
 * <p>{@link io.github.unitscope.network.tied.TiedProducts} makes the five products of a step; what
 * happens between them is told by kernels that work on a {@link
 * io.github.unitscope.network.tied.UnitBlock}.
 */
package io.github.unitscope.network.tied;
