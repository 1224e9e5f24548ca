package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** Smooth functions of every value for itself. */
public enum Squashing implements Operation {
  /** tanh x. */
  TANH {
    @Override
    double value(double x) {
      return Math.tanh(x);
    }

    @Override
    double derivative(double y) {
      return 1 - y * y;
    }
  },
  /** 1 / (1 + exp(−x)). */
  SIGMOID {
    @Override
    double value(double x) {
      return 1 / (1 + Math.exp(-x));
    }

    @Override
    double derivative(double y) {
      return y * (1 - y);
    }
  };

  abstract double value(double x);

  /** The derivative, where the value is {@code y}. */
  abstract double derivative(double y);

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return Shapes.only(inputs);
  }

  @Override
  public Evaluation prepare(List<ImageShape> inputs) {
    return new SquashingEvaluation();
  }

  private final class SquashingEvaluation implements Evaluation {
    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      output.overwrite(
          (block, first, count) -> {
            inputs.get(0).readColumns(first, count, block);
            for (int i = 0; i < count * output.rows(); i++) {
              block[i] = (float) value(block[i]);
            }
          });
    }

    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Gradient> inputGradients,
        RectifierRule rule) {
      float[] y = output.newBlock();
      float[] g = output.newBlock();
      inputGradients
          .get(0)
          .add(
              (block, first, count) -> {
                output.readColumns(first, count, y);
                outputGradient.readColumns(first, count, g);
                for (int i = 0; i < count * output.rows(); i++) {
                  block[i] += (float) (derivative(y[i]) * g[i]);
                }
              });
    }
  }
}
