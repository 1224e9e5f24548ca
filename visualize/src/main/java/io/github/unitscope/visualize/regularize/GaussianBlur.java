package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Blurs the image every so many steps (Yosinski et al. 2015).
 *
 * @param width standard deviation of the Gaussian in pixels, positive
 * @param every how many steps, at least 1
 */
public record GaussianBlur(double width, int every) implements ImageFilter {
  private static final double WIDEST = 100;

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public GaussianBlur {
    if (!(width > 0 && width <= WIDEST) || every < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "blur needs a width in (0, %s] and a number of steps from 1, not %s/%d",
              WIDEST,
              width,
              every));
    }
  }

  @Override
  public void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient) {
    if (step % every == 0) {
      double[] kernel = kernel();
      int plane = shape.height() * shape.width();
      for (int from = 0; from < image.length; from += plane) {
        blur(image, from, shape.height(), shape.width(), shape.width(), 1, kernel);
        blur(image, from, shape.width(), shape.height(), 1, shape.width(), kernel);
      }
    }
  }

  private double[] kernel() {
    // Beyond three deviations and a half there is less than a rounding of float32.
    double[] kernel = new double[(int) Math.ceil(3.5 * width) + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] = Math.exp(-i * i / (2 * width * width));
      sum += i == 0 ? kernel[i] : 2 * kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  /** Along one axis; beyond the border the image goes on with its last pixel. */
  private static void blur(
      float[] image, int from, int lines, int length, int lineStep, int step, double[] kernel) {
    double[] line = new double[length];
    for (int l = 0; l < lines; l++) {
      int at = from + l * lineStep;
      for (int i = 0; i < length; i++) {
        line[i] = image[at + i * step];
      }
      for (int i = 0; i < length; i++) {
        double sum = kernel[0] * line[i];
        for (int k = 1; k < kernel.length; k++) {
          sum += kernel[k] * (line[Math.max(0, i - k)] + line[Math.min(length - 1, i + k)]);
        }
        image[at + i * step] = (float) sum;
      }
    }
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "blur=%s/%d", width, every);
  }
}
