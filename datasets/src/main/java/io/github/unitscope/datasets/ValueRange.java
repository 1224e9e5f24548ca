package io.github.unitscope.datasets;

/** Which values the images of a dataset have; models choose their visible units by it. */
public enum ValueRange {
  /** In [0, 1], as brightness or as probability. */
  UNIT_INTERVAL,
  /** Any numbers around 0, with a variance of about 1 over all pixels. */
  CENTRED
}
