package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;

/**
 * weight · Σ √(Δ_y² + Δ_x² + ε²) over the pixels of every channel, with the differences to the
 * pixel below and the one to the right: the isotropic total variation (Rudin, Osher, Fatemi 1992).
 *
 * @param weight positive
 */
public record TotalVariation(double weight) implements Regularizer {
  /** Keeps the gradient finite where the image is flat; far below a shade of grey. */
  private static final double EPSILON = 1e-3;

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if the weight is not positive
   */
  public TotalVariation {
    Weights.requirePositive("the weight of total variation", weight);
  }

  @Override
  public double penalty(ImageShape shape, float[] image, float[] gradient) {
    int width = shape.width();
    double sum = 0;
    for (int i = 0; i < image.length; i++) {
      int x = i % width;
      int y = i / width % shape.height();
      double right = x + 1 < width ? image[i + 1] - image[i] : 0;
      double down = y + 1 < shape.height() ? image[i + width] - image[i] : 0;
      double length = Math.sqrt(right * right + down * down + EPSILON * EPSILON);
      sum += length - EPSILON;
      float alongX = (float) (weight * right / length);
      float alongY = (float) (weight * down / length);
      gradient[i] -= alongX + alongY;
      if (x + 1 < width) {
        gradient[i + 1] += alongX;
      }
      if (y + 1 < shape.height()) {
        gradient[i + width] += alongY;
      }
    }
    return weight * sum;
  }

  @Override
  public String describe() {
    return "tv=" + weight;
  }
}
