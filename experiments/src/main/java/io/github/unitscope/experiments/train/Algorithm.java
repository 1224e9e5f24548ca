package io.github.unitscope.experiments.train;

import io.github.unitscope.rbm.RbmSettings;

/** How restricted Boltzmann machines are trained. */
enum Algorithm {
  /** Contrastive divergence (Hinton 2002). */
  CD(RbmSettings.DEFAULTS),
  /** Persistent contrastive divergence (Tieleman 2008). */
  PCD(RbmSettings.DEFAULTS.toBuilder().persistent(true).build()),
  /** Parallel trajectory tempering (Béreux et al. 2025). */
  PTT(RbmSettings.TEMPERED_DEFAULTS);

  private final RbmSettings defaults;

  Algorithm(RbmSettings defaults) {
    this.defaults = defaults;
  }

  /** What is used unless something else is asked for. */
  RbmSettings defaults() {
    return defaults;
  }
}
