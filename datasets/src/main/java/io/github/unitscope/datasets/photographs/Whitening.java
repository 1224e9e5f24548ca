package io.github.unitscope.datasets.photographs;

/** How the strong correlations between neighbouring pixels are removed. */
public enum Whitening {
  /** Not at all. */
  NONE,
  /** By a filter over whole pictures: {@link OlshausenFieldFilter}. */
  OLSHAUSEN_FIELD,
  /** By the covariance of the patches, {@code C^(−1/2)} (Bell and Sejnowski 1997). */
  ZCA
}
