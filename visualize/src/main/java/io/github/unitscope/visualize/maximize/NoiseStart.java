package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/** Starts of independent random values. */
enum NoiseStart implements Start {
  GAUSSIAN {
    @Override
    double next(SplitMix64 random) {
      return random.nextGaussian();
    }
  },
  UNIFORM {
    @Override
    double next(SplitMix64 random) {
      return random.nextDouble();
    }
  };

  abstract double next(SplitMix64 random);

  @Override
  public float[] image(Seed seed, int inputs) {
    SplitMix64 random = seed.stream();
    float[] image = new float[inputs];
    for (int i = 0; i < inputs; i++) {
      image[i] = (float) next(random);
    }
    return image;
  }
}
