package io.github.unitscope.datasets.natural;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.util.List;

/**
 * Cuts patches out of pictures at random places; patch i is a pure function of the seed and i. What
 * contrast is typical is learned from the training pictures, and holds for all.
 */
final class PatchCutter {
  /** A set of pictures without contrast must not be searched forever. */
  private static final int MOST_TRIES = 50;

  private static final int SAMPLE = 2000;

  /** Of the typical deviation: what is almost flat stays almost flat. */
  private static final double SOFTENING = 0.1;

  /** Of values up to 1: above what rounding makes of a flat picture, and far below a shade. */
  private static final double ROUNDING = 1e-7;

  private final PatchSettings settings;
  private final double typical;

  /**
   * Learns the typical contrast.
   *
   * @param training pictures
   * @param seed of the places that are looked at
   * @throws InvalidInputException if there is no contrast
   */
  PatchCutter(PatchSettings settings, List<Picture> training, Seed seed) {
    this.settings = settings;
    this.typical = typicalDeviation(training, seed);
    if (!(typical > ROUNDING)) {
      throw noContrast();
    }
  }

  static InvalidInputException noContrast() {
    return new InvalidInputException(
        "the pictures have no contrast: every patch is of one colour; use other pictures");
  }

  float[][] cut(List<Picture> pictures, int count, Seed seed) {
    double least = settings.leastContrast() * typical;
    float[][] patches = new float[count][];
    for (int i = 0; i < count; i++) {
      SplitMix64 random = seed.derive(i).stream();
      float[] patch = draw(pictures, random);
      for (int tries = 1; tries < MOST_TRIES && deviation(patch) < least; tries++) {
        patch = draw(pictures, random);
      }
      if (settings.normalizeContrast()) {
        scale(patch, deviation(patch) + SOFTENING * typical);
      }
      patches[i] = patch;
    }
    return patches;
  }

  /** The root mean square of the deviations of some patches. */
  private double typicalDeviation(List<Picture> pictures, Seed seed) {
    SplitMix64 random = seed.derive("contrast").stream();
    double sum = 0;
    for (int i = 0; i < SAMPLE; i++) {
      double deviation = deviation(draw(pictures, random));
      sum += deviation * deviation;
    }
    return Math.sqrt(sum / SAMPLE);
  }

  private static void scale(float[] patch, double divisor) {
    for (int i = 0; i < patch.length; i++) {
      patch[i] = (float) (patch[i] / divisor);
    }
  }

  private float[] draw(List<Picture> pictures, SplitMix64 random) {
    Picture picture = pictures.get(random.nextInt(pictures.size()));
    int margin = PatchSettings.MARGIN;
    int top = margin + random.nextInt(picture.height() - settings.height() - 2 * margin + 1);
    int left = margin + random.nextInt(picture.width() - settings.width() - 2 * margin + 1);
    int plane = settings.height() * settings.width();
    float[] patch = new float[picture.channels() * plane];
    for (int channel = 0; channel < picture.channels(); channel++) {
      float[] from = picture.planes()[channel];
      for (int y = 0; y < settings.height(); y++) {
        int source = (top + y) * picture.width() + left;
        int target = channel * plane + y * settings.width();
        System.arraycopy(from, source, patch, target, settings.width());
      }
      if (settings.removeMean()) {
        removeMean(patch, channel * plane, plane);
      }
    }
    return patch;
  }

  private static void removeMean(float[] patch, int from, int count) {
    double sum = 0;
    for (int i = from; i < from + count; i++) {
      sum += patch[i];
    }
    float mean = (float) (sum / count);
    for (int i = from; i < from + count; i++) {
      patch[i] -= mean;
    }
  }

  private static double deviation(float[] patch) {
    double sum = 0;
    double squares = 0;
    for (float value : patch) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / patch.length;
    return Math.sqrt(Math.max(0, squares / patch.length - mean * mean));
  }
}
