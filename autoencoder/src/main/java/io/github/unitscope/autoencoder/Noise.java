package io.github.unitscope.autoencoder;

/** How inputs are corrupted (Vincent et al. 2010, section 3.3). */
public enum Noise {
  /** Not at all: an ordinary autoencoder. */
  NONE,
  /** A share of the values becomes 0. */
  MASKING,
  /** A share of the values becomes the lowest or the highest one, whichever a coin says. */
  SALT_AND_PEPPER,
  /** Normally distributed noise is added to every value; for inputs that are not in [0, 1]. */
  GAUSSIAN
}
