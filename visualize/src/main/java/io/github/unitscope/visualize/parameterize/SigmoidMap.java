package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.numerics.Logistic;

/**
 * low + (high − low) σ(x), which holds an image in its range without a border where gradients end.
 *
 * @param parameters how many values
 * @param range bounded
 */
record SigmoidMap(int parameters, ImageRange range) implements ImageMap {
  /**
   * Half a grey level of 8 bits, as a share of the range. Black and white have no parameters: what
   * is nearer to them than this is inverted as if it were this far away.
   */
  static final double MARGIN = 1.0 / 510;

  @Override
  public void image(float[] parameters, float[] image) {
    float low = (float) range.low();
    float span = (float) (range.high() - range.low());
    for (int i = 0; i < image.length; i++) {
      image[i] = low + span * Logistic.sigmoid(parameters[i]);
    }
  }

  @Override
  public void gradient(float[] parameters, float[] imageGradient, float[] gradient) {
    double span = range.high() - range.low();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) (span * Logistic.derivative(parameters[i]) * imageGradient[i]);
    }
  }

  @Override
  public void invert(float[] image, float[] parameters) {
    double span = range.high() - range.low();
    for (int i = 0; i < image.length; i++) {
      double share = (image[i] - range.low()) / span;
      double inside = Math.max(MARGIN, Math.min(1 - MARGIN, share));
      parameters[i] = (float) Math.log(inside / (1 - inside));
    }
  }
}
