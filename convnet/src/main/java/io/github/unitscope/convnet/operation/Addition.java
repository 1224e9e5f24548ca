package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;
import java.util.Locale;

/** The sum of several inputs of one shape. */
public enum Addition implements Operation {
  /** The only one. */
  OF_ALL;

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    for (ImageShape input : inputs) {
      if (!input.equals(inputs.get(0))) {
        throw new InvalidInputException(
            String.format(Locale.ROOT, "%s and %s cannot be added", inputs.get(0), input));
      }
    }
    return inputs.get(0);
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new Sum();
  }

  private static final class Sum implements OperationKernel {
    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      output.copyFrom(inputs.get(0));
      float[] t = output.newBlock();
      for (Matrix input : inputs.subList(1, inputs.size())) {
        output.update((block, first, count) -> add(input, t, block, first, count));
      }
    }

    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Gradient> inputGradients,
        RectifierRule rule) {
      float[] t = outputGradient.newBlock();
      for (Gradient gradient : inputGradients) {
        gradient.add((block, first, count) -> add(outputGradient, t, block, first, count));
      }
    }

    private static void add(Matrix term, float[] t, float[] sum, int first, int count) {
      term.readColumns(first, count, t);
      for (int i = 0; i < count * term.rows(); i++) {
        sum[i] += t[i];
      }
    }
  }
}
