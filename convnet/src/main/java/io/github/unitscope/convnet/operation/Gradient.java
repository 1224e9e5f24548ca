package io.github.unitscope.convnet.operation;

import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The gradient with respect to a value: the sum over all that use it. The first term overwrites
 * what was there, so that no memory is set to zero only to be added to.
 */
public final class Gradient implements AutoCloseable {
  private final Matrix sum;
  private boolean isZero = true;

  /**
   * A gradient of zero.
   *
   * @param memory [places, channels]; what it holds does not matter
   */
  public Gradient(Matrix memory) {
    this.sum = memory;
  }

  /** Sets all to zero. */
  public void clear() {
    isZero = true;
  }

  /** The sum [places, channels], which may be written to. */
  public Matrix matrix() {
    if (isZero) {
      sum.fill(0);
      isZero = false;
    }
    return sum;
  }

  /** The number of places. */
  public int places() {
    return sum.rows();
  }

  /** The number of channels. */
  public int channels() {
    return sum.columns();
  }

  /** Adds what the kernel adds to blocks of whole channels. */
  public void add(Matrix.ColumnKernel kernel) {
    if (isZero) {
      sum.overwrite(
          (block, first, count) -> {
            Arrays.fill(block, 0, count * sum.rows(), 0);
            kernel.apply(block, first, count);
          });
    } else {
      sum.update(kernel);
    }
    isZero = false;
  }

  /** Adds above · weightsᵀ, with above [places, outputs] and weights [channels, outputs]. */
  void addProductTransposed(Matrix above, Matrix weights) {
    if (isZero) {
      Matrix.multiplyTransposed(above, weights, sum);
    } else {
      Matrix.addProductTransposed(above, weights, sum);
    }
    isZero = false;
  }

  /**
   * Adds a plane to every channel in turn, from the first to the last.
   *
   * @param plane working memory, [places]
   * @param ofChannel sets all of {@code plane} to what is to be added to a channel
   */
  void addPlanes(float[] plane, IntConsumer ofChannel) {
    float[] before = new float[isZero ? 0 : plane.length];
    for (int channel = 0; channel < sum.columns(); channel++) {
      ofChannel.accept(channel);
      if (!isZero) {
        sum.readColumns(channel, 1, before);
        for (int i = 0; i < before.length; i++) {
          plane[i] += before[i];
        }
      }
      sum.writeColumns(channel, 1, plane);
    }
    isZero = false;
  }

  @Override
  public void close() {
    sum.close();
  }
}
