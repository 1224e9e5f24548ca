package io.github.unitscope.rbm;

/** How values in [0, 1] become states of binary visible units. */
public enum Binarization {
  /** Not at all: a value is used as the probability that it is (Hinton, Osindero, Teh 2006). */
  NONE,
  /** 1 from 0.5 upwards, as the pseudo-likelihood of the Deep Learning Tutorials assumes. */
  THRESHOLD,
  /** Drawn anew at every visit with the value as probability (Salakhutdinov and Murray 2008). */
  SAMPLE
}
