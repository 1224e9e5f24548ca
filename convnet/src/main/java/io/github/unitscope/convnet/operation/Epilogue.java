package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.RectifierRule;
import io.github.unitscope.network.numerics.Matrix;

/**
 * What is fused with a convolution: what happens to every value after its bias, in the same memory:
 * a scale and a shift of every channel (batch normalization), then a rectifier. With the same
 * arithmetic in the same order as the operations by themselves, so with the same bits.
 *
 * @param affine null for none
 * @param rectifier null for none
 */
public record Epilogue(ChannelAffine affine, Rectifier rectifier) {
  /** Nothing. */
  public static final Epilogue NONE = new Epilogue(null, null);

  /** This and then another operation; null if that cannot be done in the same memory. */
  public Epilogue then(Operation next) {
    if (next instanceof ChannelAffine scaled && affine == null && rectifier == null) {
      return new Epilogue(scaled, null);
    }
    if (next instanceof Rectifier rectified && rectifier == null) {
      return new Epilogue(affine, rectified);
    }
    return null;
  }

  boolean isNothing() {
    return affine == null && rectifier == null;
  }

  /**
   * Adds the bias and does the rest.
   *
   * @param output [places, channels] without its bias
   * @param bias [channels]
   */
  void apply(Matrix output, float[] bias) {
    int places = output.rows();
    output.update(
        (block, first, count) -> {
          for (int column = 0; column < count; column++) {
            affine(
                block,
                column * places,
                (column + 1) * places,
                bias[first + column],
                first + column);
          }
          if (rectifier != null) {
            rectifier.apply(block, count * places);
          }
        });
  }

  private void affine(float[] values, int from, int to, float bias, int channel) {
    if (affine == null) {
      for (int i = from; i < to; i++) {
        values[i] += bias;
      }
      return;
    }
    float scale = affine.scale()[channel];
    float shift = affine.shift()[channel];
    for (int i = from; i < to; i++) {
      values[i] = scale * (values[i] + bias) + shift;
    }
  }

  /**
   * Takes a gradient back, in its memory.
   *
   * @param output [places, channels] as it came out
   * @param gradient [places, channels] with respect to it; then that with respect to the
   *     convolution
   */
  void backward(Matrix output, Matrix gradient, RectifierRule rule) {
    if (isNothing()) {
      return;
    }
    int places = output.rows();
    RectifiedSignal signal =
        rectifier == null ? null : RectifiedSignal.of(rectifier, rule, output, gradient);
    float[] y = output.newBlock();
    gradient.update(
        (block, first, count) -> {
          if (signal != null) {
            output.readColumns(first, count, y);
            signal.goBack(block, y, count * places);
          }
          if (affine != null) {
            scale(block, first, count, places);
          }
        });
  }

  private void scale(float[] values, int first, int count, int places) {
    for (int column = 0; column < count; column++) {
      float scale = affine.scale()[first + column];
      int end = (column + 1) * places;
      for (int i = column * places; i < end; i++) {
        values[i] *= scale;
      }
    }
  }
}
