package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;

/**
 * x ← neutral + (1 − rate) · (x − neutral) after every step: L2 decay (Yosinski et al. 2015).
 *
 * @param rate in (0, 1)
 * @param neutral the value that pixels decay to
 */
public record Decay(double rate, double neutral) implements ImageFilter {

  /**
   * @throws InvalidInputException if the rate is out of its range
   */
  public Decay {
    if (!(rate > 0 && rate < 1)) {
      throw new InvalidInputException("the rate of decay must be in (0, 1), not " + rate);
    }
  }

  @Override
  public void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient) {
    for (int i = 0; i < image.length; i++) {
      image[i] = (float) (neutral + (1 - rate) * (image[i] - neutral));
    }
  }

  @Override
  public String describe() {
    return "decay=" + rate;
  }
}
