package io.github.unitscope.rbm;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import io.github.unitscope.rbm.machine.Rbm;

/** Machines small enough to enumerate, and images to train them on. */
public final class TinyRbms {
  private TinyRbms() {}

  /** A machine with normally distributed parameters. */
  public static Rbm random(int visible, int hidden, double deviation, long seed) {
    SplitMix64 random = Seed.root(seed).stream();
    Matrix weights = Matrix.zeros(visible, hidden);
    for (int i = 0; i < visible; i++) {
      for (int j = 0; j < hidden; j++) {
        weights.set(i, j, (float) (deviation * random.nextGaussian()));
      }
    }
    return new Rbm(
        weights, gaussian(visible, deviation, random), gaussian(hidden, deviation, random));
  }

  private static float[] gaussian(int count, double deviation, SplitMix64 random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  /** −E(v, h) = b·v + c·h + vᵀWh, with states given as bits. */
  static double negativeEnergy(Rbm rbm, int v, int h) {
    double sum = 0;
    for (int i = 0; i < rbm.visible(); i++) {
      if ((v >> i & 1) == 1) {
        sum += rbm.visibleBias()[i];
        for (int j = 0; j < rbm.hidden(); j++) {
          sum += (h >> j & 1) * rbm.weights().get(i, j);
        }
      }
    }
    for (int j = 0; j < rbm.hidden(); j++) {
      sum += (h >> j & 1) * rbm.hiddenBias()[j];
    }
    return sum;
  }

  /** log Σ_v Σ_h exp(−E). */
  public static double logPartition(Rbm rbm) {
    double sum = 0;
    for (int v = 0; v < 1 << rbm.visible(); v++) {
      sum += unnormalized(rbm, v);
    }
    return Math.log(sum);
  }

  /** Σ_h exp(−E(v, h)). */
  public static double unnormalized(Rbm rbm, int v) {
    double sum = 0;
    for (int h = 0; h < 1 << rbm.hidden(); h++) {
      sum += Math.exp(negativeEnergy(rbm, v, h));
    }
    return sum;
  }

  /** log Σ_h exp(−E(v, h)) with the sum done by hand, for weights whose exponentials overflow. */
  public static double logUnnormalized(Rbm rbm, int v) {
    double sum = 0;
    for (int i = 0; i < rbm.visible(); i++) {
      sum += (v >> i & 1) * rbm.visibleBias()[i];
    }
    for (int j = 0; j < rbm.hidden(); j++) {
      double z = rbm.hiddenBias()[j];
      for (int i = 0; i < rbm.visible(); i++) {
        z += (v >> i & 1) * (double) rbm.weights().get(i, j);
      }
      sum += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
    return sum;
  }

  /** Mean log p(v) over the images of a set whose pixels are 0 and 1. */
  static double meanLogLikelihood(Rbm rbm, ImageSet images) {
    double logPartition = logPartition(rbm);
    double sum = 0;
    for (int i = 0; i < images.size(); i++) {
      sum += Math.log(unnormalized(rbm, bits(images, i))) - logPartition;
    }
    return sum / images.size();
  }

  static int bits(ImageSet images, int index) {
    float[] pixels = new float[images.shape().size()];
    images.read(index, pixels);
    int bits = 0;
    for (int i = 0; i < pixels.length; i++) {
      bits |= pixels[i] > 0.5f ? 1 << i : 0;
    }
    return bits;
  }

  /** Images of one row that repeat the given states. */
  public static ImageSet repeating(int visible, int size, int... states) {
    return new Images(ImageShape.grey(1, visible), size, states);
  }

  private record Images(ImageShape shape, int size, int[] states) implements ImageSet {
    @Override
    public void read(int index, float[] pixels) {
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = states[index % states.length] >> i & 1;
      }
    }
  }

  /** Bars and stripes: every row, or every column, is all on or all off. */
  public static ImageSet barsAndStripes(int side, int size, long seed) {
    return new BarsAndStripes(ImageShape.grey(side, side), size, Seed.root(seed));
  }

  private record BarsAndStripes(ImageShape shape, int size, Seed seed) implements ImageSet {
    @Override
    public void read(int index, float[] pixels) {
      SplitMix64 random = seed.derive(index).stream();
      boolean rows = random.nextBoolean();
      long on = random.nextLong();
      for (int i = 0; i < pixels.length; i++) {
        int line = rows ? i / shape.width() : i % shape.width();
        pixels[i] = on >> line & 1;
      }
    }
  }
}
