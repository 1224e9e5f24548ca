package io.github.unitscope.experiments.compare;

import io.github.unitscope.experiments.combine.CombinationRun;
import io.github.unitscope.experiments.maximize.MaximizationRun;
import io.github.unitscope.experiments.sample.SamplingRun;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.DbnSettings;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;

/**
 * The three methods with everything settled; manifests record it.
 *
 * @param trained how the model was trained, or null where it was given
 * @param maximization the first method
 * @param sampling the second, or null where the model has no distribution to sample from
 * @param combination the third; all three look at the same units
 */
record ComparisonRun(
    DbnSettings trained,
    MaximizationRun maximization,
    SamplingRun sampling,
    CombinationRun combination) {

  Comparison compare(Network network, Seed seed, Workers workers, Terminal terminal) {
    List<UnitMaxima> maxima = maximization.find(network, seed, workers, terminal);
    List<UnitSamples> samples =
        sampling == null ? List.of() : sampling.draw(network, seed, workers, terminal);
    List<Combination> combinations = combination.combine(network);
    Agreement agreement = Agreement.of(maxima, samples, combinations);
    return new Comparison(this, network, maxima, samples, combinations, agreement);
  }
}
