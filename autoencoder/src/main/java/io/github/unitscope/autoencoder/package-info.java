/**
 * Denoising autoencoders and stacks of them.
 *
 * <p>Begin with {@link io.github.unitscope.autoencoder.Sdae}, what is looked at, and {@link
 * io.github.unitscope.autoencoder.SdaeTrainer}, which makes one. {@link
 * io.github.unitscope.autoencoder.DenoisingAutoencoder} has the equations. Depends on {@code
 * stacks}, {@code datasets} and {@code network}.
 */
package io.github.unitscope.autoencoder;
