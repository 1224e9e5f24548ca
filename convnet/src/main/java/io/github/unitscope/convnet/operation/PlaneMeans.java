package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.List;

/** The mean of every channel, at work. */
final class PlaneMeans implements OperationKernel {
  private final float[] plane;
  private final float share;

  PlaneMeans(ImageShape shape) {
    this.plane = new float[Shapes.places(shape)];
    this.share = 1f / plane.length;
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix output) {
    for (int channel = 0; channel < output.columns(); channel++) {
      inputs.get(0).readColumns(channel, 1, plane);
      float sum = 0;
      for (float value : plane) {
        sum += value;
      }
      output.set(0, channel, sum * share);
    }
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix output,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule) {
    inputGradients
        .get(0)
        .addPlanes(plane, channel -> Arrays.fill(plane, share * outputGradient.get(0, channel)));
  }
}
