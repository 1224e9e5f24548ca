package io.github.unitscope.visualize.figures;

import io.github.unitscope.network.Generative;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import io.github.unitscope.visualize.sample.MixingCriterion;
import io.github.unitscope.visualize.sample.SamplingResult;
import io.github.unitscope.visualize.sample.SamplingSettings;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures of sampling with units clamped on. */
public final class SamplingFigures {
  private static final int MOST_SAMPLES_SHOWN = 10;
  private static final String NOT_MIXED = "chains not mixed";
  private static final double GREATEST_RHAT_SHOWN = 100;

  private SamplingFigures() {}

  /**
   * The mean and some samples of every unit, and the errors of the means where they are known.
   *
   * @param caption lines below what is said of the chains
   */
  public static Figure samples(SamplingResult found, List<String> caption) {
    List<String> lines = new ArrayList<>();
    lines.add(caption(found.samples(), found.settings(), found.criterion()));
    lines.addAll(caption);
    ImageShape shape = found.network().inputShape();
    Panel pictures =
        samples(
            shape,
            found.samples(),
            found.settings().keptPerChain(),
            describe(found.settings()),
            scale(found.network()));
    // The means of chains have a spread only where there are several.
    List<Panel> panels =
        found.settings().chains() == 1
            ? List.of(pictures)
            : List.of(pictures, meanErrors(shape, found.samples()));
    String title =
        String.format(
            Locale.ROOT,
            "What the network expects to see when a unit of layer %d is on",
            found.layer());
    return new Figure(title, panels, lines);
  }

  /** The panel of the means of every unit's samples. */
  public static Panel means(SamplingResult found) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitSamples unit : found.samples()) {
      tiles.add(new Tile(unit.mean(), String.valueOf(unit.unit()), !unit.mixing().mixed()));
    }
    return new Panel(
        "Mean of samples",
        describe(found.settings()),
        found.network().inputShape(),
        tiles,
        Panel.columnsFor(tiles.size()),
        scale(found.network()),
        NOT_MIXED);
  }

  /**
   * A row for every unit: the mean first, then samples of different chains.
   *
   * @param samplesPerChain that were kept
   */
  private static Panel samples(
      ImageShape shape,
      List<UnitSamples> samples,
      int samplesPerChain,
      String subtitle,
      Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    int all = samples.get(0).samples().length;
    int chains = all / samplesPerChain;
    int shown = Math.min(MOST_SAMPLES_SHOWN, all);
    for (UnitSamples unit : samples) {
      tiles.add(new Tile(unit.mean(), unit.unit() + " mean", !unit.mixing().mixed()));
      for (int i = 0; i < shown; i++) {
        // The last sample of each chain first: it is the furthest from the start.
        int chain = i % chains;
        int sample = samplesPerChain - 1 - i / chains;
        tiles.add(new Tile(unit.samples()[chain * samplesPerChain + sample], "", false));
      }
    }
    return new Panel(
        "Samples with the unit clamped on", subtitle, shape, tiles, 1 + shown, scale, NOT_MIXED);
  }

  /**
   * The standard errors of the means, in one column, so that each stands beside its samples.
   *
   * @param samples of several chains, so that the errors are known
   */
  private static Panel meanErrors(ImageShape shape, List<UnitSamples> samples) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitSamples unit : samples) {
      tiles.add(
          new Tile(unit.mixing().meanError(), rhat(unit.mixing().rhat()), !unit.mixing().mixed()));
    }
    return new Panel("Standard error", "of the mean", shape, tiles, 1, Scale.FROM_ZERO, NOT_MIXED);
  }

  private static String rhat(double value) {
    if (Double.isNaN(value)) {
      return "R̂ –";
    }
    return value > GREATEST_RHAT_SHOWN
        ? String.format(Locale.ROOT, "R̂ > %.0f", GREATEST_RHAT_SHOWN)
        : String.format(Locale.ROOT, "R̂ %.2f", value);
  }

  /** Means of binary pixels are shown from black to white, others around grey. */
  public static Scale scale(Network network) {
    return network instanceof Generative generative && !generative.hasBinaryInput()
        ? Scale.SHARED
        : Scale.UNIT_INTERVAL;
  }

  /** One line on how many units' chains have mixed. */
  public static String mixing(List<UnitSamples> samples, MixingCriterion criterion) {
    long mixed = samples.stream().filter(unit -> unit.mixing().mixed()).count();
    return String.format(
        Locale.ROOT,
        "chains mixed for %d of %d units (split-R̂ at most %s, at least %s effective samples)",
        mixed,
        samples.size(),
        Numbers.brief(criterion.largestRhat()),
        Numbers.brief(criterion.leastEffectiveSamples()));
  }

  /** What a figure's caption says about the chains: {@link #mixing}, and what a mark means. */
  public static String caption(
      List<UnitSamples> samples, SamplingSettings settings, MixingCriterion criterion) {
    String caption = String.format(Locale.ROOT, "Sampling: %s.", mixing(samples, criterion));
    if (samples.stream().anyMatch(unit -> !unit.mixing().mixed())) {
      caption +=
          " The mean of a marked unit depends on where its chains started; its error covers their"
              + " spread, not what they have in common.";
    }
    return settings.chains() > 1
        ? caption
        : caption + " With a single chain the error of the mean cannot be estimated.";
  }

  /** One line of settings for a panel. */
  public static String describe(SamplingSettings settings) {
    return String.format(
        Locale.ROOT,
        "%d chains, burn-in %d, %d samples each",
        settings.chains(),
        settings.burnIn(),
        settings.samplesPerChain());
  }
}
