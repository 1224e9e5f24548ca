package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/**
 * weight · Σ |x − neutral|: few pixels may differ from grey.
 *
 * @param weight positive
 * @param neutral the value that costs nothing
 */
public record AbsoluteNorm(double weight, double neutral) implements Regularizer {

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the weight is not positive
   */
  public AbsoluteNorm {
    Weights.requirePositive("the weight of the absolute norm", weight);
  }

  @Override
  public double penalty(ImageShape shape, float[] image, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      double difference = image[i] - neutral;
      sum += Math.abs(difference);
      gradient[i] += (float) (weight * Math.signum(difference));
    }
    return weight * sum;
  }

  @Override
  public String describe() {
    return "l1=" + weight;
  }
}
