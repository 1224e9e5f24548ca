package io.github.unitscope.autoencoder;

import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;

/** The part of a batch that one thread works on, in buffers that live as long as the training. */
final class DenoisingShard {
  private final int firstRow;
  private final long[] seeds;
  private final Matrix clean;

  /** The corrupted input x̃ and the hidden activations h. */
  final Matrix corrupted;

  final Matrix hidden;

  /** Gradients of the cost with respect to the pre-activations of the decoder and of h. */
  final Matrix visibleDelta;

  final Matrix hiddenDelta;

  /** Sums over the rows of this shard. */
  final double[] visibleGradient;

  final double[] hiddenGradient;
  final double[] activation;

  DenoisingShard(int firstRow, int rows, int visible, int hidden) {
    this.firstRow = firstRow;
    this.seeds = new long[rows];
    this.clean = Matrix.zeros(rows, visible);
    this.corrupted = Matrix.zeros(rows, visible);
    this.hidden = Matrix.zeros(rows, hidden);
    this.visibleDelta = Matrix.zeros(rows, visible);
    this.hiddenDelta = Matrix.zeros(rows, hidden);
    this.visibleGradient = new double[visible];
    this.hiddenGradient = new double[hidden];
    this.activation = new double[hidden];
  }

  int firstRow() {
    return firstRow;
  }

  /** The clean rows, to be written before {@link #encode}. */
  Matrix clean() {
    return clean;
  }

  void encode(DenoisingAutoencoder autoencoder, Corruption corruption, Seed stepSeed) {
    Seed noise = stepSeed.derive("corruption");
    Arrays.setAll(seeds, row -> noise.derive(firstRow + row).value());
    corruption.apply(clean, seeds, corrupted);
    autoencoder.encode(corrupted, hidden);
    sumColumns(hidden, activation);
  }

  /**
   * Decodes and takes the gradients back. The derivative of either cost with respect to the
   * pre-activation of the decoder is y − x.
   *
   * @param sparsity [hidden], the derivative of the penalty with respect to a unit's activation
   */
  void backpropagate(DenoisingAutoencoder autoencoder, float[] sparsity) {
    autoencoder.decode(hidden, visibleDelta);
    subtract(clean, visibleDelta);
    Matrix.multiply(visibleDelta, autoencoder.weights(), hiddenDelta);
    throughSigmoid(sparsity);
    sumColumns(visibleDelta, visibleGradient);
    sumColumns(hiddenDelta, hiddenGradient);
  }

  private static void subtract(Matrix subtrahend, Matrix from) {
    float[] x = from.newBlock();
    from.update(
        (block, first, count) -> {
          subtrahend.readColumns(first, count, x);
          for (int i = 0; i < count * from.rows(); i++) {
            block[i] -= x[i];
          }
        });
  }

  private void throughSigmoid(float[] sparsity) {
    int rows = hidden.rows();
    float[] h = hidden.newBlock();
    hiddenDelta.update(
        (block, first, count) -> {
          hidden.readColumns(first, count, h);
          for (int column = 0; column < count; column++) {
            float penalty = sparsity[first + column];
            int end = (column + 1) * rows;
            for (int i = column * rows; i < end; i++) {
              block[i] = (block[i] + penalty) * h[i] * (1 - h[i]);
            }
          }
        });
  }

  private static void sumColumns(Matrix matrix, double[] sums) {
    Arrays.fill(sums, 0);
    matrix.addColumnSums(1, sums);
  }
}
