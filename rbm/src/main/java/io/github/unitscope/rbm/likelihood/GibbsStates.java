package io.github.unitscope.rbm.likelihood;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.machine.Rbm;
import java.util.Arrays;

/**
 * States of a machine that has no ladder: of chains of block Gibbs sampling that begin at images.
 * They are in equilibrium only as far as such chains forget where they began.
 */
public final class GibbsStates {
  private static final int SHARD_ROWS = 32;

  private GibbsStates() {}

  /**
   * Runs a chain from each of the first images, over and over where there are too few.
   *
   * @param images whose pixels are drawn as 0 or 1
   * @return [chains][visible]
   */
  public static float[][] of(
      Rbm rbm, ImageSet images, int chains, int steps, Seed seed, Workers workers) {
    float[][] states = new float[chains][];
    workers.forEachShard(
        (chains + SHARD_ROWS - 1) / SHARD_ROWS,
        shard -> {
          int first = shard * SHARD_ROWS;
          float[][] some = run(rbm, images, first, steps, seed);
          System.arraycopy(some, 0, states, first, Math.min(SHARD_ROWS, chains - first));
        });
    return states;
  }

  private static float[][] run(Rbm rbm, ImageSet images, int first, int steps, Seed seed) {
    float[][] rows = new float[SHARD_ROWS][rbm.visible()];
    for (int row = 0; row < SHARD_ROWS; row++) {
      images.read((first + row) % images.size(), rows[row]);
    }
    Matrix visible = Matrix.of(rows);
    Matrix hidden = Matrix.zeros(SHARD_ROWS, rbm.hidden());
    rbm.sampleVisible(visible, seeds(seed, first, 0, "visible"), visible);
    for (int step = 1; step <= steps; step++) {
      rbm.propUp(visible, hidden);
      Bernoulli.sample(hidden, seeds(seed, first, step, "hidden"), hidden);
      rbm.propDown(hidden, visible);
      rbm.sampleVisible(visible, seeds(seed, first, step, "visible"), visible);
    }
    return visible.toRows();
  }

  private static long[] seeds(Seed seed, int first, int step, String purpose) {
    Seed now = seed.derive(purpose).derive(step);
    long[] seeds = new long[SHARD_ROWS];
    Arrays.setAll(seeds, row -> now.derive(first + row).value());
    return seeds;
  }
}
