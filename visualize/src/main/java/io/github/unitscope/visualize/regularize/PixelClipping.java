package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;
import java.util.Arrays;

/** Sets the pixels of small scores to a neutral value, all channels of a pixel together. */
final class PixelClipping {
  private PixelClipping() {}

  /** The score of a value of a channel; those of a pixel's channels are added. */
  @FunctionalInterface
  interface Score {
    double of(int index);
  }

  /**
   * @param percentile of the scores below which pixels are set
   */
  static void clip(
      ImageShape shape, float[] image, double percentile, double neutral, Score score) {
    int plane = shape.height() * shape.width();
    double[] scores = new double[plane];
    for (int i = 0; i < image.length; i++) {
      scores[i % plane] += score.of(i);
    }
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    double threshold = sorted[(int) Math.floor(percentile / 100 * plane)];
    for (int i = 0; i < image.length; i++) {
      if (scores[i % plane] < threshold) {
        image[i] = (float) neutral;
      }
    }
  }
}
