package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Seed;
import io.github.unitscope.network.SplitMix64;

/** What the image is before the first step; the constraint's projection follows. */
public enum Start {
  /** Every value from a normal distribution: on the sphere, every direction is as likely. */
  GAUSSIAN {
    @Override
    double next(SplitMix64 random) {
      return random.nextGaussian();
    }
  },
  /** Every value uniform in [0, 1), as for images of digits (Erhan et al. 2009). */
  UNIFORM {
    @Override
    double next(SplitMix64 random) {
      return random.nextDouble();
    }
  };

  abstract double next(SplitMix64 random);

  /**
   * An image before projection.
   *
   * @param seed of the row
   * @param inputs how many values
   */
  public float[] image(Seed seed, int inputs) {
    SplitMix64 random = seed.stream();
    float[] image = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      image[i] = (float) next(random);
    }
    return image;
  }
}
