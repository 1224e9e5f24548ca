package io.github.unitscope.autoencoder;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;

/** Autoencoders small enough for finite differences, and images to train them on. */
final class SmallAutoencoders {
  private SmallAutoencoders() {}

  static DenoisingAutoencoder random(
      int visible, int hidden, Reconstruction reconstruction, long seed) {
    SplitMix64 random = Seed.root(seed).stream();
    DenoisingAutoencoder autoencoder =
        new DenoisingAutoencoder(
            Matrix.zeros(visible, hidden), new float[visible], new float[hidden], reconstruction);
    for (int parameter = 0; parameter < parameters(autoencoder); parameter++) {
      set(autoencoder, parameter, (float) (0.8 * random.nextGaussian()));
    }
    return autoencoder;
  }

  /** Rows in [0, 1] for the cross-entropy, any numbers otherwise. */
  static Matrix rows(int count, int width, Reconstruction reconstruction) {
    SplitMix64 random = Seed.root(4).stream();
    Matrix rows = Matrix.zeros(count, width);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < width; j++) {
        boolean unit = reconstruction == Reconstruction.CROSS_ENTROPY;
        rows.set(i, j, (float) (unit ? random.nextDouble() : random.nextGaussian()));
      }
    }
    return rows;
  }

  static int parameters(DenoisingAutoencoder autoencoder) {
    int visible = autoencoder.visible();
    return visible * autoencoder.hidden() + visible + autoencoder.hidden();
  }

  /** Weights, visible biases, hidden biases. */
  static float get(DenoisingAutoencoder autoencoder, int parameter) {
    int visible = autoencoder.visible();
    int weights = visible * autoencoder.hidden();
    if (parameter < weights) {
      return autoencoder.weights().get(parameter % visible, parameter / visible);
    }
    return parameter < weights + visible
        ? autoencoder.visibleBias()[parameter - weights]
        : autoencoder.hiddenBias()[parameter - weights - visible];
  }

  static DenoisingAutoencoder with(DenoisingAutoencoder autoencoder, int parameter, float value) {
    DenoisingAutoencoder copy = autoencoder.copy();
    set(copy, parameter, value);
    return copy;
  }

  private static void set(DenoisingAutoencoder autoencoder, int parameter, float value) {
    int visible = autoencoder.visible();
    int weights = visible * autoencoder.hidden();
    if (parameter < weights) {
      autoencoder.weights().set(parameter % visible, parameter / visible, value);
    } else if (parameter < weights + visible) {
      autoencoder.visibleBias()[parameter - weights] = value;
    } else {
      autoencoder.hiddenBias()[parameter - weights - visible] = value;
    }
  }

  /** Images of any shape with one bright row or column each, the rest dark. */
  record Lines(ImageShape shape, int size, long seed) implements ImageSet {
    @Override
    public void read(int index, float[] pixels) {
      SplitMix64 random = Seed.root(seed).derive(index).stream();
      boolean row = random.nextBoolean();
      int line = random.nextInt(row ? shape.height() : shape.width());
      for (int i = 0; i < pixels.length; i++) {
        int y = i / shape.width() % shape.height();
        int x = i % shape.width();
        pixels[i] = (row ? y : x) == line ? 1 : 0;
      }
    }
  }
}
