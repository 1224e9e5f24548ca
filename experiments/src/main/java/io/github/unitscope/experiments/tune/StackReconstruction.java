package io.github.unitscope.experiments.tune;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.stacks.TiedLayer;
import io.github.unitscope.stacks.TiedStack;

/** How much of an image a whole stack keeps: up to its highest layer and down again, by means. */
final class StackReconstruction {
  private static final int SHARD_IMAGES = 256;

  private StackReconstruction() {}

  /** Squared difference between image and reconstruction, summed over pixels, mean over images. */
  static double error(TiedStack<?> stack, ImageSet images, Workers workers) {
    int shards = (images.size() + SHARD_IMAGES - 1) / SHARD_IMAGES;
    double[] sums = new double[shards];
    workers.forEachShard(shards, shard -> sums[shard] = shardError(stack, images, shard));
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum / images.size();
  }

  private static double shardError(TiedStack<?> stack, ImageSet images, int shard) {
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
    for (TiedLayer<?> layer : stack.tiedLayers()) {
      Matrix above = Matrix.zeros(count, layer.hidden());
      layer.propUp(state, above);
      state = above;
    }
    for (int top = stack.tiedLayers().size(); top >= 1; top--) {
      TiedLayer<?> layer = stack.tiedLayers().get(top - 1);
      Matrix below = Matrix.zeros(count, layer.visible());
      layer.propDown(state, below);
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
