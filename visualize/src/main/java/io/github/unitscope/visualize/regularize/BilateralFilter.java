package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * Blurs every so many steps, but not across edges: pixels weigh by their distance in the image and
 * in colour (Tomasi and Manduchi 1998; Tyka 2016 for ascents).
 *
 * @param width standard deviation in pixels, positive
 * @param contrast standard deviation in the units of the image, over all channels, positive
 * @param every how many steps, at least 1
 */
public record BilateralFilter(double width, double contrast, int every) implements ImageFilter {
  private static final double WIDEST = 20;

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public BilateralFilter {
    if (!(width > 0 && width <= WIDEST) || !(contrast > 0) || every < 1) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "bilateral needs a width in (0, %s], a positive contrast and a number of steps from 1, not %s:%s/%d",
              WIDEST,
              width,
              contrast,
              every));
    }
  }

  @Override
  public void afterStep(ImageShape shape, int step, float[] image, float[] objectiveGradient) {
    if (step % every != 0) {
      return;
    }
    float[] before = image.clone();
    for (int y = 0; y < shape.height(); y++) {
      for (int x = 0; x < shape.width(); x++) {
        smooth(shape, before, y, x, image);
      }
    }
  }

  private void smooth(ImageShape shape, float[] before, int y, int x, float[] image) {
    int plane = shape.height() * shape.width();
    int radius = (int) Math.ceil(2 * width);
    int at = y * shape.width() + x;
    double total = 0;
    double[] sums = new double[shape.channels()];
    for (int v = Math.max(0, y - radius); v <= Math.min(shape.height() - 1, y + radius); v++) {
      for (int u = Math.max(0, x - radius); u <= Math.min(shape.width() - 1, x + radius); u++) {
        int other = v * shape.width() + u;
        double far = ((v - y) * (v - y) + (u - x) * (u - x)) / (width * width);
        double unlike = 0;
        for (int c = 0; c < sums.length; c++) {
          double difference = before[c * plane + other] - before[c * plane + at];
          unlike += difference * difference;
        }
        double weight = Math.exp(-(far + unlike / (contrast * contrast)) / 2);
        total += weight;
        for (int c = 0; c < sums.length; c++) {
          sums[c] += weight * before[c * plane + other];
        }
      }
    }
    for (int c = 0; c < sums.length; c++) {
      image[c * plane + at] = (float) (sums[c] / total);
    }
  }

  @Override
  public String describe() {
    return String.format(Locale.ROOT, "bilateral=%s:%s/%d", width, contrast, every);
  }
}
