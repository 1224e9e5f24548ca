package io.github.unitscope.experiments.tune;

import io.github.unitscope.autoencoder.Sdae;
import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.FullyConnected;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;

/** How much of an image a whole stack keeps: up to its highest layer and down again, by means. */
final class StackReconstruction {
  private static final int SHARD_IMAGES = 256;

  private StackReconstruction() {}

  /** A layer's way up or down. */
  @FunctionalInterface
  private interface Step {
    void apply(int layer, Matrix from, Matrix to);
  }

  /** Squared difference between image and reconstruction, summed over pixels, mean over images. */
  static double error(FullyConnected stack, ImageSet images, Workers workers) {
    Step up;
    Step down;
    if (stack instanceof Generative generative) {
      up = generative::propUp;
      down = generative::propDown;
    } else if (stack instanceof Sdae sdae) {
      up = (layer, from, to) -> sdae.autoencoders().get(layer - 1).encode(from, to);
      down = (layer, from, to) -> sdae.autoencoders().get(layer - 1).decode(from, to);
    } else {
      throw new IllegalArgumentException("no way down through " + stack.getClass());
    }
    int shards = (images.size() + SHARD_IMAGES - 1) / SHARD_IMAGES;
    double[] sums = new double[shards];
    workers.forEachShard(shards, shard -> sums[shard] = shardError(stack, images, shard, up, down));
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum / images.size();
  }

  private static double shardError(
      FullyConnected stack, ImageSet images, int shard, Step up, Step down) {
    int from = shard * SHARD_IMAGES;
    int count = Math.min(SHARD_IMAGES, images.size() - from);
    int inputs = images.shape().size();
    Matrix clean = Matrix.zeros(count, inputs);
    float[] pixels = new float[inputs];
    for (int row = 0; row < count; row++) {
      images.read(from + row, pixels);
      clean.writeRow(row, pixels);
    }
    Matrix state = clean;
    int top = stack.layers().size();
    for (int layer = 1; layer <= top; layer++) {
      Matrix above = Matrix.zeros(count, stack.layer(layer).units());
      up.apply(layer, state, above);
      state = above;
    }
    for (int layer = top; layer >= 1; layer--) {
      Matrix below = Matrix.zeros(count, layer == 1 ? inputs : stack.layer(layer - 1).units());
      down.apply(layer, state, below);
      state = below;
    }
    return squaredDistance(clean.toRows(), state.toRows());
  }

  private static double squaredDistance(float[][] a, float[][] b) {
    double sum = 0;
    for (int row = 0; row < a.length; row++) {
      for (int i = 0; i < a[row].length; i++) {
        double difference = (double) a[row][i] - b[row][i];
        sum += difference * difference;
      }
    }
    return sum;
  }
}
