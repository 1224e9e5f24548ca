package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Locale;

/** The channels of several inputs, one after the other. */
public enum Concatenation implements Operation {
  /** The only one. */
  OF_CHANNELS;

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    ImageShape first = inputs.get(0);
    int channels = 0;
    for (ImageShape input : inputs) {
      if (input.height() != first.height() || input.width() != first.width()) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT, "the channels of %s and %s cannot be put together", first, input));
      }
      channels = Math.addExact(channels, input.channels());
    }
    return new ImageShape(channels, first.height(), first.width());
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new Stacking();
  }

  private static final class Stacking implements OperationKernel {
    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      float[] plane = new float[output.rows()];
      int to = 0;
      for (Matrix input : inputs) {
        for (int channel = 0; channel < input.columns(); channel++) {
          input.readColumns(channel, 1, plane);
          output.writeColumns(to++, 1, plane);
        }
      }
    }

    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Gradient> inputGradients,
        RectifierRule rule) {
      float[] plane = new float[output.rows()];
      int from = 0;
      for (Gradient gradient : inputGradients) {
        int start = from;
        gradient.addPlanes(plane, channel -> outputGradient.readColumns(start + channel, 1, plane));
        from += gradient.channels();
      }
    }
  }
}
