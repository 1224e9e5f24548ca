package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** Functions of every value for itself, other than {@linkplain Rectifier rectifiers}. */
public enum ActivationFunction implements Operation {
  /** tanh x. */
  TANH {
    @Override
    double value(double x) {
      return Math.tanh(x);
    }

    @Override
    double derivative(double x, double y) {
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
    double derivative(double x, double y) {
      return y * (1 - y);
    }
  },
  /** x above 0, exp(x) − 1 below (Clevert et al. 2016). */
  ELU {
    @Override
    double value(double x) {
      return x > 0 ? x : Math.expm1(x);
    }

    @Override
    double derivative(double x, double y) {
      return x > 0 ? 1 : y + 1;
    }
  },
  /** λ x above 0, λ α (exp(x) − 1) below (Klambauer et al. 2017). */
  SELU {
    @Override
    double value(double x) {
      return x > 0 ? SELU_SCALE * x : SELU_SCALE * SELU_ALPHA * Math.expm1(x);
    }

    @Override
    double derivative(double x, double y) {
      return x > 0 ? SELU_SCALE : y + SELU_SCALE * SELU_ALPHA;
    }

    @Override
    public boolean hasKinks() {
      return true;
    }
  },
  /** log(1 + exp(x)). */
  SOFTPLUS {
    @Override
    double value(double x) {
      return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @Override
    double derivative(double x, double y) {
      return 1 / (1 + Math.exp(-x));
    }
  },
  /** x / (1 + |x|). */
  SOFTSIGN {
    @Override
    double value(double x) {
      return x / (1 + Math.abs(x));
    }

    @Override
    double derivative(double x, double y) {
      return (1 - Math.abs(y)) * (1 - Math.abs(y));
    }
  },
  /** x / (1 + exp(−x)), also called SiLU (Ramachandran et al. 2017). */
  SWISH {
    @Override
    double value(double x) {
      return x / (1 + Math.exp(-x));
    }

    @Override
    double derivative(double x, double y) {
      return y + (1 - y) / (1 + Math.exp(-x));
    }
  };

  private static final double SELU_ALPHA = 1.6732632423543772;
  private static final double SELU_SCALE = 1.0507009873554805;

  abstract double value(double x);

  /** The derivative at {@code x}, where the value is {@code y}. */
  abstract double derivative(double x, double y);

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return Shapes.only(inputs);
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new FunctionKernel();
  }

  private final class FunctionKernel implements OperationKernel {
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
      float[] x = output.newBlock();
      float[] y = output.newBlock();
      float[] g = output.newBlock();
      inputGradients
          .get(0)
          .add(
              (block, first, count) -> {
                inputs.get(0).readColumns(first, count, x);
                output.readColumns(first, count, y);
                outputGradient.readColumns(first, count, g);
                for (int i = 0; i < count * output.rows(); i++) {
                  block[i] += (float) (derivative(x[i], y[i]) * g[i]);
                }
              });
    }
  }
}
