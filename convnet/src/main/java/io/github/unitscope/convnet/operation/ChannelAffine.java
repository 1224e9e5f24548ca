package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.NpyArray;
import java.util.List;
import java.util.Map;

/**
 * y = scale · x + shift, with numbers of its own for every channel: batch normalization at
 * inference, where scale = γ / √(variance + ε) and shift = β − mean · scale (Ioffe and Szegedy
 * 2015), and what a model does to its input.
 *
 * @param scale [channels]
 * @param shift [channels]
 */
public record ChannelAffine(float[] scale, float[] shift) implements Operation {

  /**
   * @throws InvalidInputException if there are not as many shifts as scales
   */
  public ChannelAffine {
    if (scale.length != shift.length) {
      throw new InvalidInputException(
          scale.length + " scales and " + shift.length + " shifts do not fit");
    }
  }

  /**
   * Batch normalization at inference; all [channels].
   *
   * @param epsilon added to the variance
   */
  public static ChannelAffine batchNormalization(
      float[] gamma, float[] beta, float[] mean, float[] variance, double epsilon) {
    float[] scale = new float[gamma.length];
    float[] shift = new float[gamma.length];
    for (int i = 0; i < scale.length; i++) {
      double factor = gamma[i] / Math.sqrt(variance[i] + epsilon);
      scale[i] = (float) factor;
      shift[i] = (float) (beta[i] - mean[i] * factor);
    }
    return new ChannelAffine(scale, shift);
  }

  @Override
  public Map<String, NpyArray> parameters() {
    return Parameters.of(
        "scale", NpyArray.of(scale, scale.length), "shift", NpyArray.of(shift, shift.length));
  }

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return Shapes.only(inputs, scale.length);
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new AffineKernel();
  }

  private final class AffineKernel implements OperationKernel {
    @Override
    public void forward(List<Matrix> inputs, Matrix output) {
      int places = output.rows();
      output.overwrite(
          (block, first, count) -> {
            inputs.get(0).readColumns(first, count, block);
            for (int column = 0; column < count; column++) {
              float a = scale[first + column];
              float b = shift[first + column];
              for (int i = column * places; i < (column + 1) * places; i++) {
                block[i] = a * block[i] + b;
              }
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
      int places = output.rows();
      float[] g = output.newBlock();
      inputGradients
          .get(0)
          .add(
              (block, first, count) -> {
                outputGradient.readColumns(first, count, g);
                for (int column = 0; column < count; column++) {
                  float a = scale[first + column];
                  for (int i = column * places; i < (column + 1) * places; i++) {
                    block[i] += a * g[i];
                  }
                }
              });
    }
  }
}
