package io.github.unitscope.visualize.equilibrium;

import io.github.unitscope.network.Tempered;
import io.github.unitscope.network.TemperedChains;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntConsumer;

/** Makes the bank of a layer, a block of chains after the other. */
final class BankRun {
  private static final int BLOCK = EquilibriumSettings.BLOCK;

  /** Chains whose exchanges together give one log partition function, for the error of all. */
  private static final int GROUP = 32;

  private final Tempered network;
  private final int layer;
  private final EquilibriumSettings settings;
  private final float[][] starts;
  private final Seed seed;
  private final Draws draws;
  private final LadderHealth[] health;
  private final double[] whole;
  private final double[][] groups;

  /**
   * @param starts states of the layer below with which every other block begins; empty for noise
   */
  BankRun(Tempered network, int layer, EquilibriumSettings settings, float[][] starts, Seed seed) {
    this.network = network;
    this.layer = layer;
    this.settings = settings;
    this.starts = starts;
    this.seed = seed;
    int blocks = settings.bankChains() / BLOCK;
    this.draws = Draws.of(settings.bankChains(), settings.bankDraws());
    this.health = new LadderHealth[blocks];
    this.whole = new double[blocks];
    this.groups = new double[blocks][];
  }

  LayerBank run(Workers workers, IntConsumer finished) {
    workers.forEachShard(
        health.length,
        number -> {
          block(number);
          finished.accept(BLOCK);
        });
    double[] parts = Arrays.stream(groups).flatMapToDouble(Arrays::stream).toArray();
    double logPartition = Arrays.stream(whole).average().orElseThrow();
    return new LayerBank(
        layer,
        settings.bankChains(),
        draws,
        images(workers),
        new Estimate(logPartition, LogPartitions.errorOfMean(parts)),
        starts.length > 0,
        Arrays.stream(health).reduce(LadderHealth::worse).orElseThrow());
  }

  private void block(int number) {
    Seed own = seed.derive("bank").derive(layer).derive(number);
    TemperedChains chains = network.temper(layer, OptionalInt.empty(), BLOCK, own);
    if (number % 2 == 1 && starts.length > 0) {
      chains.startFrom(flat(chains.below().length / BLOCK));
    }
    health[number] =
        new LadderRun(chains, network.rungs(layer))
            .run(
                settings,
                settings.bankDraws(),
                draw -> draws.take(chains, BLOCK, number * BLOCK, draw));
    whole[number] = chains.logPartition(0, BLOCK);
    groups[number] = LogPartitions.ofGroups(chains, BLOCK, GROUP);
  }

  private float[] flat(int units) {
    float[] flat = new float[BLOCK * units];
    for (int chain = 0; chain < BLOCK; chain++) {
      System.arraycopy(starts[chain % starts.length], 0, flat, chain * units, units);
    }
    return flat;
  }

  private float[][] images(Workers workers) {
    float[][] states = draws.states();
    float[][] images = new float[states.length][];
    Seed down = seed.derive("down").derive(layer);
    workers.forEachShard(
        states.length / BLOCK,
        shard -> {
          int first = shard * BLOCK;
          float[][] some = Arrays.copyOfRange(states, first, first + BLOCK);
          float[][] part = new WayDown(network).images(layer - 1, some, down, first);
          System.arraycopy(part, 0, images, first, BLOCK);
        });
    return images;
  }
}
