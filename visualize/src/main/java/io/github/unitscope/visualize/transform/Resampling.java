package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import java.util.Arrays;

/**
 * Bilinear interpolation at one place of the input for every pixel of the output. Places outside of
 * the input take the value of its nearest pixel.
 */
final class Resampling implements Warp {
  private final ImageShape input;
  private final ImageShape output;

  /** For every pixel of the output the upper left one of four, and how far it lies from it. */
  private final int[] corners;

  private final float[] down;
  private final float[] right;
  private final int rowStep;
  private final int columnStep;

  /** Where pixels of the output lie in the input. */
  interface Place {
    /** The row, from 0. */
    double row(int y, int x);

    /** The column, from 0. */
    double column(int y, int x);
  }

  Resampling(ImageShape input, ImageShape output, Place place) {
    this.input = input;
    this.output = output;
    int pixels = output.height() * output.width();
    this.corners = new int[pixels];
    this.down = new float[pixels];
    this.right = new float[pixels];
    this.rowStep = input.height() > 1 ? input.width() : 0;
    this.columnStep = input.width() > 1 ? 1 : 0;
    for (int y = 0; y < output.height(); y++) {
      for (int x = 0; x < output.width(); x++) {
        int i = y * output.width() + x;
        double row = clamp(place.row(y, x), input.height());
        double column = clamp(place.column(y, x), input.width());
        int top = Math.min((int) row, Math.max(0, input.height() - 2));
        int left = Math.min((int) column, Math.max(0, input.width() - 2));
        corners[i] = top * input.width() + left;
        down[i] = (float) (row - top);
        right[i] = (float) (column - left);
      }
    }
  }

  private static double clamp(double place, int count) {
    return Math.max(0, Math.min(count - 1, place));
  }

  @Override
  public ImageShape output() {
    return output;
  }

  @Override
  public void apply(float[] image, float[] result) {
    int plane = input.height() * input.width();
    for (int channel = 0; channel < input.channels(); channel++) {
      int from = channel * plane;
      int to = channel * corners.length;
      for (int i = 0; i < corners.length; i++) {
        int at = from + corners[i];
        float above = image[at] + right[i] * (image[at + columnStep] - image[at]);
        int under = at + rowStep;
        float below = image[under] + right[i] * (image[under + columnStep] - image[under]);
        result[to + i] = above + down[i] * (below - above);
      }
    }
  }

  @Override
  public void adjoint(float[] outputGradient, float[] imageGradient) {
    Arrays.fill(imageGradient, 0);
    int plane = input.height() * input.width();
    for (int channel = 0; channel < input.channels(); channel++) {
      int to = channel * plane;
      int from = channel * corners.length;
      for (int i = 0; i < corners.length; i++) {
        float g = outputGradient[from + i];
        int at = to + corners[i];
        int under = at + rowStep;
        float below = g * down[i];
        float above = g - below;
        imageGradient[at + columnStep] += above * right[i];
        imageGradient[at] += above * (1 - right[i]);
        imageGradient[under + columnStep] += below * right[i];
        imageGradient[under] += below * (1 - right[i]);
      }
    }
  }
}
