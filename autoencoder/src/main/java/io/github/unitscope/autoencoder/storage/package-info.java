/**
 * Stacked denoising autoencoders on disk: {@link
 * io.github.unitscope.autoencoder.storage.SdaeFormat}. Depends on {@code autoencoder} and on {@code
 * stacks.storage}.
 */
package io.github.unitscope.autoencoder.storage;
