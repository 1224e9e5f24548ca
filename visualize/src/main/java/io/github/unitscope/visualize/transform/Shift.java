package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;

/**
 * A rectangle of an image, or an image with a border: the pixel at row y and column x of the output
 * is that at row y + top and column x + left of the input, and {@code value} outside of it.
 */
record Shift(ImageShape input, ImageShape output, int top, int left, float value) implements Warp {

  @Override
  public void apply(float[] image, float[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = value;
    }
    copy(image, result, true);
  }

  @Override
  public void adjoint(float[] outputGradient, float[] imageGradient) {
    for (int i = 0; i < imageGradient.length; i++) {
      imageGradient[i] = 0;
    }
    copy(imageGradient, outputGradient, false);
  }

  private void copy(float[] inside, float[] outside, boolean outwards) {
    int firstRow = Math.max(0, -top);
    int endRow = Math.min(output.height(), input.height() - top);
    int first = Math.max(0, -left);
    int count = Math.min(output.width(), input.width() - left) - first;
    for (int channel = 0; channel < input.channels() && count > 0; channel++) {
      for (int y = firstRow; y < endRow; y++) {
        int in = (channel * input.height() + y + top) * input.width() + first + left;
        int out = (channel * output.height() + y) * output.width() + first;
        if (outwards) {
          System.arraycopy(inside, in, outside, out, count);
        } else {
          System.arraycopy(outside, out, inside, in, count);
        }
      }
    }
  }
}
