/**
 * Stacked denoising autoencoders on disk: {@link
 * io.github.unitscope.autoencoder.storage.SdaeFolder}.
 */
package io.github.unitscope.autoencoder.storage;
