/**
 * The products of a training step that restricted Boltzmann machines and denoising autoencoders
 * share: a layer whose weights go both ways moves along a sum of two products of visible and hidden
 * values.
 *
 * <p>{@link io.github.unitscope.stacks.tied.TiedProducts} makes the five products of a step; what
 * happens between them is told by kernels that work on a {@link
 * io.github.unitscope.stacks.tied.UnitBlock}. Depends on {@code network.numerics} and {@code
 * network.storage} only.
 */
package io.github.unitscope.stacks.tied;
