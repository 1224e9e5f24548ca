package io.github.unitscope.benchmarks;

import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.visualize.sample.ClampedSampler;
import io.github.unitscope.visualize.sample.MixingCriterion;
import io.github.unitscope.visualize.sample.SamplingSettings;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Gibbs chains with a unit of the highest layer held on, and the images they give.
 *
 * @param network its sizes; at least two layers
 * @param units held on, each in chains of its own
 * @param settings of the chains
 */
record ClampedSampling(NetworkSizes network, int units, SamplingSettings settings)
    implements Workload {

  @Override
  public String name() {
    return "sample";
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "%d units of layer %d of %s, %d chains of %d Gibbs steps each, with diagnosis",
        units,
        network.layers().size(),
        network.describe(),
        settings.chains(),
        chainSteps());
  }

  @Override
  public String item() {
    return "chain-step";
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    Dbn dbn = network.random(seed.derive("model"));
    ClampedSampler sampler = new ClampedSampler(dbn, settings, MixingCriterion.DEFAULTS, workers);
    List<Integer> all = IntStream.range(0, units).boxed().toList();
    Done done = new Done(steps(), operations());
    return () ->
        Work.timed(
            () -> {
              sampler.sample(network.layers().size(), all, seed, finished -> {});
              return done;
            });
  }

  private int chainSteps() {
    return settings.burnIn() + (settings.samplesPerChain() - 1) * settings.thinning();
  }

  private double steps() {
    return (double) units * settings.chains() * chainSteps();
  }

  /** A step goes up and down in the highest pair of layers, a sample down through the others. */
  double operations() {
    List<Integer> sizes = network.sizes();
    int top = sizes.size() - 1;
    double step = 2 * Operations.oneWay(sizes.subList(top - 1, top + 1));
    double sample = Operations.oneWay(sizes.subList(0, top));
    return steps() * step + (double) units * settings.samples() * sample;
  }
}
