package io.github.unitscope.stacks.tied;

/** Which of the two products of the gradient something belongs to. */
public enum Half {
  /** Of contrastive divergence the data; of an autoencoder the encoder. */
  FIRST,
  /** Of contrastive divergence the ends of the chains; of an autoencoder the decoder. */
  SECOND
}
