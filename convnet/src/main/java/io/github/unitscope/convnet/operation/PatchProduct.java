package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** A convolution as one matrix product: every place's patch is a row. */
final class PatchProduct implements OperationKernel {
  private final Matrix weights;
  private final float[] bias;
  private final Epilogue epilogue;
  private final int size;
  private final Phases phases;

  /** Those of the image, or the gradients with respect to them. */
  private final Matrix patches;

  private final float[] plane;
  private final float[] column;

  PatchProduct(Convolution convolution, List<ImageShape> inputs, Epilogue epilogue) {
    ImageShape input = inputs.get(0);
    Window window = convolution.window();
    Axis rows = window.rows(input.height());
    Axis columns = window.columns(input.width());
    this.weights = convolution.weights();
    this.bias = convolution.bias();
    this.epilogue = epilogue;
    this.size = window.size();
    this.phases = new Phases(window, rows, columns);
    int places = rows.output() * columns.output();
    this.patches = Matrix.zeros(places, weights.rows());
    this.plane = new float[Shapes.places(input)];
    this.column = new float[places];
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    Matrix input = inputs.get(0);
    for (int channel = 0; channel < input.columns(); channel++) {
      input.readColumns(channel, 1, plane);
      phases.split(plane);
      for (int k = 0; k < size; k++) {
        phases.read(k, column);
        patches.writeColumns(channel * size + k, 1, column);
      }
    }
    Matrix.multiply(patches, weights, output);
    epilogue.apply(output, bias);
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule) {
    epilogue.backward(output, outputGradient, rule);
    Matrix.multiplyTransposed(outputGradient, weights, patches);
    inputGradients.get(0).addPlanes(plane, this::spread);
  }

  private void spread(int channel) {
    phases.clear();
    for (int k = 0; k < size; k++) {
      patches.readColumns(channel * size + k, 1, column);
      phases.spread(k, column);
    }
    phases.join(plane);
  }

  @Override
  public void close() {
    patches.close();
  }
}
