package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/**
 * weight · Σ (x − neutral)² / 2: large contrasts cost (Simonyan, Vedaldi, Zisserman 2014).
 *
 * @param weight positive
 * @param neutral the value that costs nothing
 */
public record SquaredNorm(double weight, double neutral) implements Regularizer {

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the weight is not positive
   */
  public SquaredNorm {
    Weights.requirePositive("the weight of the squared norm", weight);
  }

  @Override
  public double penalty(ImageShape shape, float[] image, float[] gradient) {
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      double difference = image[i] - neutral;
      sum += difference * difference;
      gradient[i] += (float) (weight * difference);
    }
    return weight * sum / 2;
  }

  @Override
  public String describe() {
    return "l2=" + weight;
  }
}
