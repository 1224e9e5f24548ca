package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** The sum of several inputs of one shape. */
public enum Addition implements Operation {
  /** The only one. */
  OF_ALL;

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    for (ImageShape input : inputs) {
      if (!input.equals(inputs.get(0))) {
        throw new InvalidInputException(
            "%s and %s cannot be added".formatted(inputs.get(0), input));
      }
    }
    return inputs.get(0);
  }

  @Override
  public Evaluation prepare(List<ImageShape> inputs) {
    return new Sum();
  }

  private static final class Sum implements Evaluation {
    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      output.copyFrom(inputs.get(0));
      inputs.stream().skip(1).forEach(input -> add(input, output));
    }

    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Matrix> inputGradients,
        RectifierRule rule) {
      inputGradients.forEach(gradient -> add(outputGradient, gradient));
    }

    private static void add(Matrix term, Matrix sum) {
      float[] t = term.newBlock();
      sum.update(
          (block, first, count) -> {
            term.readColumns(first, count, t);
            for (int i = 0; i < count * sum.rows(); i++) {
              block[i] += t[i];
            }
          });
    }
  }
}
