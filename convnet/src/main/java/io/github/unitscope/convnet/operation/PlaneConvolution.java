package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** A depthwise convolution at work: plane by plane. */
final class PlaneConvolution implements OperationKernel {
  private final DepthwiseConvolution convolution;
  private final Epilogue epilogue;
  private final Phases phases;
  private final float[] input;
  private final float[] output;
  private final float[] noBias;

  PlaneConvolution(DepthwiseConvolution convolution, ImageShape shape, Epilogue epilogue) {
    Axis rows = convolution.window().rows(shape.height());
    Axis columns = convolution.window().columns(shape.width());
    this.convolution = convolution;
    this.epilogue = epilogue;
    this.phases = new Phases(convolution.window(), rows, columns);
    this.input = new float[Shapes.places(shape)];
    this.output = new float[rows.output() * columns.output()];
    this.noBias = new float[convolution.bias().length];
  }

  @Override
  public void forward(List<Matrix> inputs, Matrix outputs) {
    for (int channel = 0; channel < outputs.columns(); channel++) {
      if (channel % convolution.multiplier() == 0) {
        inputs.get(0).readColumns(channel / convolution.multiplier(), 1, input);
        phases.split(input);
      }
      phases.correlate(convolution.kernels()[channel], convolution.bias()[channel], output);
      outputs.writeColumns(channel, 1, output);
    }
    if (!epilogue.isNothing()) {
      epilogue.apply(outputs, noBias);
    }
  }

  @Override
  public void backward(
      List<Matrix> inputs,
      Matrix outputs,
      Matrix outputGradient,
      List<Gradient> inputGradients,
      RectifierRule rule) {
    epilogue.backward(outputs, outputGradient, rule);
    inputGradients.get(0).addPlanes(input, below -> spread(below, outputGradient));
  }

  private void spread(int below, Matrix outputGradient) {
    phases.clear();
    for (int m = 0; m < convolution.multiplier(); m++) {
      int channel = below * convolution.multiplier() + m;
      outputGradient.readColumns(channel, 1, output);
      phases.spread(convolution.kernels()[channel], output);
    }
    phases.join(input);
  }
}
