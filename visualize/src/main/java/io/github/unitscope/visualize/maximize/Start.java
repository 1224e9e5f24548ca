package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.random.Seed;

/** What the image is before the first step; the constraint's projection follows. Immutable. */
public interface Start {
  /** Every value from a normal distribution: on the sphere, every direction is as likely. */
  Start GAUSSIAN = NoiseStart.GAUSSIAN;

  /** Every value uniform in [0, 1), as for images of digits (Erhan et al. 2009). */
  Start UNIFORM = NoiseStart.UNIFORM;

  /**
   * An image before projection: a pure function of the seed.
   *
   * @param seed of the row
   * @param inputs how many values
   */
  float[] image(Seed seed, int inputs);
}
