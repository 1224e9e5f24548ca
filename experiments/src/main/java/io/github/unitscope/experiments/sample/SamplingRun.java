package io.github.unitscope.experiments.sample;

import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Generative;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.sample.ClampedSampler;
import io.github.unitscope.visualize.sample.MixingCriterion;
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

  /** Means of binary pixels are shown from black to white, others around grey. */
  public static Scale scale(Network network) {
    return network instanceof Generative generative && !generative.hasBinaryInput()
        ? Scale.SHARED
        : Scale.UNIT_INTERVAL;
  }

  /** One line on how many units' chains have mixed. */
  public String mixing(List<UnitSamples> samples) {
    long mixed = samples.stream().filter(unit -> unit.mixing().mixed()).count();
    return String.format(
        Locale.ROOT,
        "chains mixed for %d of %d units (split-R̂ up to %s and %s effective samples or more)",
        mixed,
        samples.size(),
        Numbers.brief(criterion.largestRhat()),
        Numbers.brief(criterion.leastEffectiveSamples()));
  }

  /** What a figure's caption says about the chains: {@link #mixing}, and what a mark means. */
  public String caption(List<UnitSamples> samples) {
    String caption = String.format(Locale.ROOT, "Sampling: %s.", mixing(samples));
    if (samples.stream().anyMatch(unit -> !unit.mixing().mixed())) {
      caption +=
          " The mean of a marked unit depends on where its chains began; its error is the spread"
              + " between them, without what they share.";
    }
    return settings.chains() > 1
        ? caption
        : caption + " With a single chain the error of the mean is not known.";
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
      return "autocorrelation time: not known, it needs four samples per chain";
    }
    long bounds = samples.stream().filter(unit -> unit.mixing().timeIsLowerBound()).count();
    return String.format(
        Locale.ROOT,
        "autocorrelation time: median %s Gibbs steps; only a lower bound for %d of %d units",
        Numbers.brief(times[times.length / 2]),
        bounds,
        samples.size());
  }

  /** One line of settings for a panel. */
  public String describe() {
    return String.format(
        Locale.ROOT,
        "%d chains, burn-in %d, %d samples each",
        settings.chains(),
        settings.burnIn(),
        settings.samplesPerChain());
  }
}
