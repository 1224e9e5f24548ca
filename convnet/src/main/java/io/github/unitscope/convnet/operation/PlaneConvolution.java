package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.List;

/** A depthwise convolution at work: plane by plane. */
final class PlaneConvolution implements Evaluation {
  private final DepthwiseConvolution convolution;
  private final Axis rows;
  private final Axis columns;
  private final float[] input;
  private final float[] output;

  PlaneConvolution(DepthwiseConvolution convolution, ImageShape shape) {
    this.convolution = convolution;
    this.rows = convolution.window().rows(shape.height());
    this.columns = convolution.window().columns(shape.width());
    this.input = new float[Shapes.places(shape)];
    this.output = new float[rows.output() * columns.output()];
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix outputs) {
    int width = convolution.window().width();
    for (int channel = 0; channel < outputs.columns(); channel++) {
      inputs.get(0).readColumns(channel / convolution.multiplier(), 1, input);
      Arrays.fill(output, convolution.bias()[channel]);
      float[] kernel = convolution.kernels()[channel];
      for (int k = 0; k < kernel.length; k++) {
        correlate(kernel[k], k / width, k % width);
      }
      outputs.writeColumns(channel, 1, output);
    }
  }

  private void correlate(float weight, int ky, int kx) {
    int first = columns.first(kx);
    int count = columns.end(kx) - first;
    for (int y = rows.first(ky); y < rows.end(ky); y++) {
      int from = rows.at(y, ky) * columns.input() + columns.at(first, kx);
      int to = y * columns.output() + first;
      if (columns.stride() == 1) {
        for (int x = 0; x < count; x++) {
          output[to + x] += weight * input[from + x];
        }
      } else {
        for (int x = 0; x < count; x++) {
          output[to + x] += weight * input[from + x * columns.stride()];
        }
      }
    }
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix outputs,
      Matrix outputGradient,
      List<Matrix> inputGradients,
      RectifierRule rule) {
    int width = convolution.window().width();
    for (int channel = 0; channel < outputs.columns(); channel++) {
      int below = channel / convolution.multiplier();
      outputGradient.readColumns(channel, 1, output);
      inputGradients.get(0).readColumns(below, 1, input);
      float[] kernel = convolution.kernels()[channel];
      for (int k = 0; k < kernel.length; k++) {
        spread(kernel[k], k / width, k % width);
      }
      inputGradients.get(0).writeColumns(below, 1, input);
    }
  }

  private void spread(float weight, int ky, int kx) {
    int first = columns.first(kx);
    int count = columns.end(kx) - first;
    for (int y = rows.first(ky); y < rows.end(ky); y++) {
      int to = rows.at(y, ky) * columns.input() + columns.at(first, kx);
      int from = y * columns.output() + first;
      if (columns.stride() == 1) {
        for (int x = 0; x < count; x++) {
          input[to + x] += weight * output[from + x];
        }
      } else {
        for (int x = 0; x < count; x++) {
          input[to + x * columns.stride()] += weight * output[from + x];
        }
      }
    }
  }
}
