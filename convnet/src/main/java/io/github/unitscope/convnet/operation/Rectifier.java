package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;

/**
 * y = min(ceiling, max(x, slope · x)): ReLU, ReLU6, leaky ReLU.
 *
 * @param ceiling 6 for ReLU6; infinite without one
 * @param slope below zero, in [0, 1)
 */
public record Rectifier(double ceiling, double slope) implements Operation {
  /** max(0, x). */
  public static final Rectifier RELU = new Rectifier(Double.POSITIVE_INFINITY, 0);

  /** min(6, max(0, x)). */
  public static final Rectifier RELU6 = new Rectifier(6, 0);

  /**
   * @throws InvalidInputException if a number is out of its range
   */
  public Rectifier {
    if (!(ceiling > 0) || !(slope >= 0 && slope < 1)) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "a rectifier with ceiling %s and slope %s", ceiling, slope));
    }
  }

  @Override
  public ImageShape outputShape(List<ImageShape> inputs) {
    return Shapes.only(inputs);
  }

  @Override
  public boolean hasKinks() {
    return true;
  }

  @Override
  public boolean rectifies() {
    return true;
  }

  @Override
  public OperationKernel prepare(List<ImageShape> inputs) {
    return new Rectification(this);
  }

  /** Rectifies the first {@code count} values. */
  void apply(float[] values, int count) {
    float most = (float) ceiling;
    float below = (float) slope;
    for (int i = 0; i < count; i++) {
      values[i] = Math.min(most, Math.max(values[i], below * values[i]));
    }
  }
}
