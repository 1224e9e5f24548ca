package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/**
 * After every step the pixels that contribute least to the value, to first order, become neutral:
 * by |Σ over channels of (x − neutral) · ∂value/∂x| (Yosinski et al. 2015).
 *
 * @param percentile how many of them, in [0, 100)
 * @param neutral the value that contributions are measured from and that is set
 */
public record ClipSmallContribution(double percentile, double neutral) implements ImageFilter {

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the percentile is out of
   *     its range
   */
  public ClipSmallContribution {
    Weights.requirePercentile("clip-contribution", percentile);
  }

  @Override
  public void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient) {
    int plane = shape.height() * shape.width();
    double[] contributions = new double[plane];
    for (int i = 0; i < image.length; i++) {
      contributions[i % plane] += (image[i] - neutral) * objectiveGradient[i];
    }
    // Every pixel's score is added once: at its first channel.
    PixelClipping.clip(
        shape, image, percentile, neutral, i -> i < plane ? Math.abs(contributions[i]) : 0);
  }

  @Override
  public String describe() {
    return "clip-contribution=" + percentile;
  }
}
