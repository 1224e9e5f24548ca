package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/** Random parameters. */
final class Noise {
  private Noise() {}

  static float[] gaussian(int count, double centre, double deviation, Seed seed) {
    SplitMix64 random = seed.stream();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (centre + deviation * random.nextGaussian());
    }
    return values;
  }

  static void requireDeviation(double deviation) {
    if (!(deviation >= 0) || Double.isInfinite(deviation)) {
      throw new InvalidInputException(
          "the deviation of the start's noise must be 0 or more, not " + deviation);
    }
  }
}
