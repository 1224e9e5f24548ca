package io.github.unitscope.rbm;

import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.random.Seed;

/** How values in [0, 1] become states of binary visible units. */
public enum Binarization {
  /** Not at all: a value is used as the probability that it is (Hinton, Osindero, Teh 2006). */
  NONE,
  /** 1 from 0.5 upwards, as the pseudo-likelihood of the Deep Learning Tutorials assumes. */
  THRESHOLD,
  /** Drawn anew at every visit with the value as probability (Salakhutdinov and Murray 2008). */
  SAMPLE;

  /** Replaces the values of a row by states. */
  void apply(float[] row, Seed seed) {
    switch (this) {
      case NONE -> {}
      case THRESHOLD -> threshold(row, row.length);
      case SAMPLE -> Bernoulli.sample(seed.value(), 0, row, 0, row.length);
    }
  }

  /** Replaces the first values by 1 from 0.5 upwards, else 0. */
  static void threshold(float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] = values[i] >= 0.5f ? 1f : 0f;
    }
  }
}
