package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.random.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/**
 * The numbers of a picture that are watched: its positions along the directions in which pictures
 * of a layer differ most, their first principal components, and the sum of its pixels. Where chains
 * sit in different modes, digits of different classes for example, these directions lie between
 * them.
 */
final class Directions {
  private static final int COMPONENTS = 5;
  private static final int ITERATIONS = 20;

  /** Enough to find the first few directions of a distribution. */
  private static final int MOST_IMAGES = 2000;

  private final List<float[]> components = new ArrayList<>();

  /** Of images [images][inputs]. */
  Directions(float[][] images) {
    int step = Math.max(1, images.length / MOST_IMAGES);
    float[][] some = new float[(images.length + step - 1) / step][];
    for (int i = 0; i < some.length; i++) {
      some[i] = images[i * step];
    }
    double[] mean = new double[images[0].length];
    for (float[] image : some) {
      for (int pixel = 0; pixel < mean.length; pixel++) {
        mean[pixel] += image[pixel] / (double) some.length;
      }
    }
    for (int component = 0; component < COMPONENTS; component++) {
      add(some, mean);
    }
  }

  /** By power iteration, orthogonal to those that are there. */
  private void add(float[][] images, double[] mean) {
    float[] direction = new float[mean.length];
    SplitMix64 random = new SplitMix64(components.size());
    for (int i = 0; i < direction.length; i++) {
      direction[i] = (float) random.nextGaussian();
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] next = new double[mean.length];
      double shift = position(direction, mean);
      for (float[] image : images) {
        double position = position(direction, image) - shift;
        for (int i = 0; i < next.length; i++) {
          next[i] += position * (image[i] - mean[i]);
        }
      }
      for (float[] found : components) {
        double overlap = position(found, next);
        for (int i = 0; i < next.length; i++) {
          next[i] -= overlap * found[i];
        }
      }
      double norm = Math.sqrt(squares(next));
      if (!(norm > 0)) {
        return;
      }
      for (int i = 0; i < next.length; i++) {
        direction[i] = (float) (next[i] / norm);
      }
    }
    components.add(direction);
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static double position(float[] direction, double[] image) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += direction[i] * image[i];
    }
    return sum;
  }

  private static double position(float[] direction, float[] image) {
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += (double) direction[i] * image[i];
    }
    return sum;
  }

  /** The numbers of images, [numbers][images]. */
  double[][] of(float[][] images) {
    double[][] numbers = new double[components.size() + 1][images.length];
    for (int image = 0; image < images.length; image++) {
      for (int i = 0; i < components.size(); i++) {
        numbers[i][image] = position(components.get(i), images[image]);
      }
      for (float pixel : images[image]) {
        numbers[components.size()][image] += pixel;
      }
    }
    return numbers;
  }
}
