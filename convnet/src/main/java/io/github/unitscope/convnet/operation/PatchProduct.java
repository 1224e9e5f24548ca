package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Affine;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.List;

/** A convolution as one matrix product: every place's patch is a row. */
final class PatchProduct implements Evaluation {
  private final Matrix weights;
  private final float[] bias;
  private final Window window;
  private final Axis rows;
  private final Axis columns;
  private final Matrix patches;
  private final Matrix patchGradients;
  private final float[] plane;
  private final float[] column;

  PatchProduct(Convolution convolution, List<ImageShape> inputs) {
    ImageShape input = inputs.get(0);
    this.weights = convolution.weights();
    this.bias = convolution.bias();
    this.window = convolution.window();
    this.rows = window.rows(input.height());
    this.columns = window.columns(input.width());
    int places = rows.output() * columns.output();
    this.patches = Matrix.zeros(places, weights.rows());
    this.patchGradients = Matrix.zeros(places, weights.rows());
    this.plane = new float[Shapes.places(input)];
    this.column = new float[places];
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    Matrix input = inputs.get(0);
    for (int channel = 0; channel < input.columns(); channel++) {
      input.readColumns(channel, 1, plane);
      for (int k = 0; k < window.size(); k++) {
        // Zero is the padding.
        Arrays.fill(column, 0);
        gather(k / window.width(), k % window.width());
        patches.writeColumns(channel * window.size() + k, 1, column);
      }
    }
    Affine.preactivation(patches, weights, bias, output);
  }

  private void gather(int ky, int kx) {
    int first = columns.first(kx);
    int end = columns.end(kx);
    for (int y = rows.first(ky); y < rows.end(ky); y++) {
      int from = rows.at(y, ky) * columns.input() + columns.at(0, kx);
      int to = y * columns.output();
      for (int x = first; x < end; x++) {
        column[to + x] = plane[from + x * columns.stride()];
      }
    }
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Matrix> inputGradients,
      RectifierRule rule) {
    Matrix.multiplyTransposed(outputGradient, weights, patchGradients);
    Matrix gradient = inputGradients.get(0);
    for (int channel = 0; channel < gradient.columns(); channel++) {
      gradient.readColumns(channel, 1, plane);
      for (int k = 0; k < window.size(); k++) {
        patchGradients.readColumns(channel * window.size() + k, 1, column);
        scatter(k / window.width(), k % window.width());
      }
      gradient.writeColumns(channel, 1, plane);
    }
  }

  private void scatter(int ky, int kx) {
    int first = columns.first(kx);
    int end = columns.end(kx);
    for (int y = rows.first(ky); y < rows.end(ky); y++) {
      int to = rows.at(y, ky) * columns.input() + columns.at(0, kx);
      int from = y * columns.output();
      for (int x = first; x < end; x++) {
        plane[to + x * columns.stride()] += column[from + x];
      }
    }
  }

  @Override
  public void close() {
    patches.close();
    patchGradients.close();
  }
}
