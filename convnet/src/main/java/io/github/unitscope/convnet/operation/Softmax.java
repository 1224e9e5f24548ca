package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;
import java.util.List;

/** exp(x_c) / Σ_k exp(x_k) over the channels of every place. */
public enum Softmax implements Operation {
  /** The only one. */
  OVER_CHANNELS;

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return Shapes.only(inputs);
  }

  @Override
  public boolean givesProbabilities() {
    return true;
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new SoftmaxKernel(inputs.get(0));
  }

  private static final class SoftmaxKernel implements OperationKernel {
    private final int places;
    private final int channels;
    private final float[] values;
    private final float[] gradients;

    SoftmaxKernel(ImageShape shape) {
      this.places = Shapes.places(shape);
      this.channels = shape.channels();
      this.values = new float[shape.size()];
      this.gradients = new float[shape.size()];
    }

    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      inputs.get(0).readColumns(0, channels, values);
      for (int place = 0; place < places; place++) {
        normalize(place);
      }
      output.writeColumns(0, channels, values);
    }

    private void normalize(int place) {
      double greatest = Double.NEGATIVE_INFINITY;
      for (int i = place; i < values.length; i += places) {
        greatest = Math.max(greatest, values[i]);
      }
      double sum = 0;
      for (int i = place; i < values.length; i += places) {
        sum += Math.exp(values[i] - greatest);
      }
      for (int i = place; i < values.length; i += places) {
        values[i] = (float) (Math.exp(values[i] - greatest) / sum);
      }
    }

    /** ∂/∂x_c = y_c · (g_c − Σ_k y_k g_k). */
    @Override
    public void backward(
        List<Matrix> inputs,
        Matrix output,
        Matrix outputGradient,
        List<Gradient> inputGradients,
        RectifierRule rule) {
      output.readColumns(0, channels, values);
      outputGradient.readColumns(0, channels, gradients);
      for (int place = 0; place < places; place++) {
        double mean = 0;
        for (int i = place; i < values.length; i += places) {
          mean += (double) values[i] * gradients[i];
        }
        for (int i = place; i < values.length; i += places) {
          gradients[i] = (float) (values[i] * (gradients[i] - mean));
        }
      }
      inputGradients
          .get(0)
          .add(
              (block, first, count) -> {
                for (int i = 0; i < count * places; i++) {
                  block[i] += gradients[first * places + i];
                }
              });
    }
  }
}
