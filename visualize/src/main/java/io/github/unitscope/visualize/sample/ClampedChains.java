package io.github.unitscope.visualize.sample;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.numerics.Bernoulli;
import io.github.unitscope.network.numerics.EqualRows;
import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The chains that one thread runs at once, one a row. Here the unit is held on: after each sample
 * of its layer.
 */
final class ClampedChains {
  private final Generative network;
  private final int layer;
  private final SamplingSettings settings;

  /** The state of layer j at position j; the input at 0. */
  private final List<Matrix> states = new ArrayList<>();

  /** The means of the pixels at the end of the way down. */
  private final Matrix images;

  private final long[] seeds = new long[EqualRows.BATCH];
  private final int[] usableRows;

  ClampedChains(Generative network, int layer, SamplingSettings settings) {
    this.network = network;
    this.layer = layer;
    this.settings = settings;
    this.images = Matrix.zeros(EqualRows.BATCH, network.inputShape().size());
    states.add(Matrix.zeros(EqualRows.BATCH, network.inputShape().size()));
    for (Layer below : network.layers().subList(0, layer)) {
      states.add(Matrix.zeros(EqualRows.BATCH, below.units()));
    }
    this.usableRows = findUsableRows();
  }

  int[] usableRows() {
    return usableRows.clone();
  }

  private int[] findUsableRows() {
    Seed seed = Seed.root(0).derive("equal rows");
    List<Matrix> computed = new ArrayList<>();
    for (int j = 1; j <= layer; j++) {
      Matrix below = states.get(j - 1);
      Matrix above = states.get(j);
      EqualRows.fill(below, seed);
      Matrix up = Matrix.zeros(above.rows(), above.columns());
      network.propUp(j, below, up);
      EqualRows.fill(above, seed);
      Matrix down = Matrix.zeros(below.rows(), below.columns());
      network.propDown(j, above, down);
      computed.addAll(List.of(up, down));
    }
    return EqualRows.largestGroup(computed);
  }

  /** Runs at most as many chains as there are usable rows. */
  void run(List<Chain> chains) {
    start(chains);
    for (int step = 1; step <= settings.steps(); step++) {
      gibbsStep(chains, step);
      int sinceBurnIn = step - settings.burnIn();
      if (sinceBurnIn >= 0 && sinceBurnIn % settings.thinning() == 0) {
        goDown(chains, step);
        keep(chains, sinceBurnIn / settings.thinning());
      }
    }
  }

  /** The lower layer begins with every unit on or off with equal probability, or as noise. */
  private void start(List<Chain> chains) {
    Matrix lower = states.get(layer - 1);
    lower.fill(0.5f);
    network.sample(layer - 1, lower, rowSeeds(chains, 0, "start"), lower);
  }

  private void gibbsStep(List<Chain> chains, int step) {
    Matrix lower = states.get(layer - 1);
    Matrix upper = states.get(layer);
    network.propUp(layer, lower, upper);
    Bernoulli.sample(upper, rowSeeds(chains, step, "upper"), upper);
    for (int i = 0; i < chains.size(); i++) {
      upper.set(usableRows[i], chains.get(i).unit(), 1);
    }
    network.propDown(layer, upper, lower);
    network.sample(layer - 1, lower, rowSeeds(chains, step, "lower"), lower);
  }

  /**
   * From the chain to an image: down from its lower layer, or, where that is the input itself, the
   * means from which it was sampled.
   */
  private void goDown(List<Chain> chains, int step) {
    for (int j = layer - 1; j > 1; j--) {
      Matrix below = states.get(j - 1);
      network.propDown(j, states.get(j), below);
      if (settings.topDown() == SamplingSettings.TopDown.SAMPLE) {
        Bernoulli.sample(below, rowSeeds(chains, step, "down" + j), below);
      }
    }
    network.propDown(1, states.get(1), images);
  }

  private void keep(List<Chain> chains, int index) {
    for (int i = 0; i < chains.size(); i++) {
      Chain chain = chains.get(i);
      images.readRow(usableRows[i], chain.images()[chain.firstImage() + index]);
    }
  }

  private long[] rowSeeds(List<Chain> chains, int step, String purpose) {
    Arrays.fill(seeds, 0);
    for (int i = 0; i < chains.size(); i++) {
      seeds[usableRows[i]] = chains.get(i).seed().derive(purpose).derive(step).value();
    }
    return seeds;
  }
}
