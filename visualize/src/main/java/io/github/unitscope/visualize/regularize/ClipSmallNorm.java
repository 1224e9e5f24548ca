package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/**
 * After every step the pixels of smallest norm, over the channels, become neutral (Yosinski et al.
 * 2015).
 *
 * @param percentile how many of them, in [0, 100)
 * @param neutral the value that norms are measured from and that is set
 */
public record ClipSmallNorm(double percentile, double neutral) implements ImageFilter {

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the percentile is out of
   *     its range
   */
  public ClipSmallNorm {
    Weights.requirePercentile("clip-norm", percentile);
  }

  @Override
  public void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient) {
    PixelClipping.clip(
        shape, image, percentile, neutral, i -> (image[i] - neutral) * (image[i] - neutral));
  }

  @Override
  public String describe() {
    return "clip-norm=" + percentile;
  }
}
