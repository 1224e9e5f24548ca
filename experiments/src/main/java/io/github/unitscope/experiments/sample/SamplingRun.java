package io.github.unitscope.experiments.sample;

import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.figures.SamplingFigures;
import io.github.unitscope.visualize.sample.ClampedSampler;
import io.github.unitscope.visualize.sample.MixingCriterion;
import io.github.unitscope.visualize.sample.SamplingResult;
import io.github.unitscope.visualize.sample.SamplingSettings;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.List;
import java.util.Locale;

/**
 * Sampling with everything settled; manifests record it.
 *
 * @param layer from 1
 * @param units from 0
 * @param settings of the chains
 * @param criterion when they count as mixed
 */
public record SamplingRun(
    int layer, List<Integer> units, SamplingSettings settings, MixingCriterion criterion) {

  public static SamplingRun of(SamplingOptions options, UnitOptions.Selection selection) {
    return new SamplingRun(
        selection.layer().index(), selection.units(), options.settings(), options.criterion());
  }

  public List<UnitSamples> draw(Network network, Seed seed, Workers workers, Terminal terminal) {
    ClampedSampler sampler = new ClampedSampler(network, settings, criterion, workers);
    try (Terminal.Progress progress =
        terminal.progress("sampling", (long) units.size() * settings.chains())) {
      return sampler.sample(layer, units, seed, progress::at);
    }
  }

  /** What was drawn. */
  public SamplingResult result(Network network, List<UnitSamples> samples) {
    return new SamplingResult(network, layer, settings, criterion, samples);
  }

  /** One line on how many units' chains have mixed. */
  public String mixing(List<UnitSamples> samples) {
    return SamplingFigures.mixing(samples, criterion);
  }

  /** What a figure's caption says about the chains: {@link #mixing}, and what a mark means. */
  public String caption(List<UnitSamples> samples) {
    return SamplingFigures.caption(samples, settings, criterion);
  }

  /** One line on how long the chains remember. */
  String autocorrelation(List<UnitSamples> samples) {
    double[] times =
        samples.stream()
            .mapToDouble(unit -> unit.mixing().autocorrelationTime())
            .filter(time -> !Double.isNaN(time))
            .sorted()
            .toArray();
    if (times.length == 0) {
      return "autocorrelation time: unknown; it needs four samples per chain";
    }
    long bounds = samples.stream().filter(unit -> unit.mixing().timeIsLowerBound()).count();
    return String.format(
        Locale.ROOT,
        "autocorrelation time: median %s Gibbs steps; only a lower bound for %d of %d units",
        Numbers.brief(times[times.length / 2]),
        bounds,
        samples.size());
  }
}
