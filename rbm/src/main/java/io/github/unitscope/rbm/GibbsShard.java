package io.github.unitscope.rbm;

import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.Matrix;
import java.util.Arrays;

/**
 * The part of a batch that one thread works on: the data with their hidden means, and the Gibbs
 * chain that gives the negative phase.
 */
final class GibbsShard {
  private final int firstRow;
  private final long[] seeds;
  private final Matrix hiddenSample;

  /** Positive phase: data and p(h | data). */
  final Matrix data;

  final Matrix dataHidden;

  /** Negative phase: the end of the chain and p(h | end). */
  final Matrix chain;

  final Matrix chainHidden;

  /** Sums over the rows of this shard, data minus chain: the gradients of the biases. */
  final double[] visibleGradient;

  final double[] hiddenGradient;

  /** Sums over the rows of p(h | data). */
  final double[] activation;

  /** Whether {@link #chainHidden} already holds a chain to go on from. */
  private boolean chainStarted;

  GibbsShard(int firstRow, int rows, int visible, int hidden) {
    this.firstRow = firstRow;
    this.seeds = new long[rows];
    this.hiddenSample = Matrix.zeros(rows, hidden);
    this.data = Matrix.zeros(rows, visible);
    this.dataHidden = Matrix.zeros(rows, hidden);
    this.chain = Matrix.zeros(rows, visible);
    this.chainHidden = Matrix.zeros(rows, hidden);
    this.visibleGradient = new double[visible];
    this.hiddenGradient = new double[hidden];
    this.activation = new double[hidden];
  }

  int firstRow() {
    return firstRow;
  }

  /** Goes on from the chain that {@link #chainHidden} was set to. */
  void resumeChain() {
    chainStarted = true;
  }

  /** Both phases of a step whose data have been read. */
  void run(Rbm rbm, RbmSettings settings, Seed stepSeed) {
    binarize(settings.binarize(), stepSeed);
    rbm.propUp(data, dataHidden);
    Matrix start = settings.persistent() && chainStarted ? chainHidden : dataHidden;
    chainStarted = true;
    for (int k = 0; k < settings.gibbsSteps(); k++) {
      Seed gibbs = stepSeed.derive("gibbs").derive(k);
      Bernoulli.sample(start, rowSeeds(gibbs.derive("hidden")), hiddenSample);
      rbm.propDown(hiddenSample, chain);
      rbm.sampleVisible(chain, rowSeeds(gibbs.derive("visible")), chain);
      rbm.propUp(chain, chainHidden);
      start = chainHidden;
    }
    sumBiasGradients();
  }

  private void binarize(Binarization binarization, Seed stepSeed) {
    switch (binarization) {
      case NONE -> {}
      case THRESHOLD -> threshold(data);
      case SAMPLE -> Bernoulli.sample(data, rowSeeds(stepSeed.derive("binarize")), data);
    }
  }

  static void threshold(Matrix values) {
    values.update(
        (block, first, count) -> {
          for (int i = 0; i < count * values.rows(); i++) {
            block[i] = block[i] >= 0.5f ? 1f : 0f;
          }
        });
  }

  private long[] rowSeeds(Seed seed) {
    for (int row = 0; row < seeds.length; row++) {
      seeds[row] = seed.derive(firstRow + row).value();
    }
    return seeds;
  }

  private void sumBiasGradients() {
    Arrays.fill(visibleGradient, 0);
    Arrays.fill(hiddenGradient, 0);
    Arrays.fill(activation, 0);
    data.addColumnSums(1, visibleGradient);
    chain.addColumnSums(-1, visibleGradient);
    dataHidden.addColumnSums(1, activation);
    dataHidden.addColumnSums(1, hiddenGradient);
    chainHidden.addColumnSums(-1, hiddenGradient);
  }
}
