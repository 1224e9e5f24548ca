package io.github.unitscope.experiments.output;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The panels that the commands' figures are made of. */
public final class Panels {
  private static final int MOST_SAMPLES_SHOWN = 10;
  private static final String NOT_MIXED = "chains not mixed";
  private static final double GREATEST_RHAT_SHOWN = 100;

  private Panels() {}

  /** The best image of every unit. */
  public static Panel maximization(
      ImageShape shape, List<UnitMaxima> maxima, String subtitle, Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitMaxima unit : maxima) {
      tiles.add(
          new Tile(unit.best().image(), String.valueOf(unit.unit()), unit.best().isDoubtful()));
    }
    return new Panel(
        "Activation maximization", subtitle, shape, tiles, columns(tiles.size()), scale);
  }

  /** All restarts, a row for every unit, the best first. */
  public static Panel restarts(
      ImageShape shape, List<UnitMaxima> maxima, String subtitle, Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitMaxima unit : maxima) {
      List<Maximum> best =
          unit.restarts().stream()
              .sorted(Comparator.comparingDouble(Maximum::value).reversed())
              .toList();
      for (Maximum maximum : best) {
        String label =
            String.format(Locale.ROOT, "%d: %s", unit.unit(), Numbers.brief(maximum.value()));
        tiles.add(new Tile(maximum.image(), label, maximum.isDoubtful()));
      }
    }
    int restarts = maxima.get(0).restarts().size();
    return new Panel("All restarts, best first", subtitle, shape, tiles, restarts, scale);
  }

  /** All restarts of every objective, in the order of their seeds. */
  public static Panel objectives(
      ImageShape shape, List<UnitMaxima> maxima, List<String> names, String subtitle, Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitMaxima unit : maxima) {
      String name = names.get(unit.unit());
      for (Maximum maximum : unit.restarts()) {
        String label = String.format(Locale.ROOT, "%s = %s", name, Numbers.brief(maximum.value()));
        tiles.add(new Tile(maximum.image(), label, maximum.isDoubtful()));
      }
    }
    int restarts = maxima.get(0).restarts().size();
    int columns = restarts > 1 ? restarts : columns(tiles.size());
    return new Panel("Activation maximization", subtitle, shape, tiles, columns, scale);
  }

  /** The mean of every unit's samples. */
  public static Panel means(
      ImageShape shape, List<UnitSamples> samples, String subtitle, Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitSamples unit : samples) {
      tiles.add(new Tile(unit.mean(), String.valueOf(unit.unit()), !unit.mixing().mixed()));
    }
    return new Panel(
        "Sampling, mean", subtitle, shape, tiles, columns(tiles.size()), scale, NOT_MIXED);
  }

  /**
   * A row for every unit: the mean first, then samples of different chains.
   *
   * @param samplesPerChain that were kept
   */
  public static Panel samples(
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
  public static Panel meanErrors(ImageShape shape, List<UnitSamples> samples) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitSamples unit : samples) {
      tiles.add(
          new Tile(unit.mixing().meanError(), rhat(unit.mixing().rhat()), !unit.mixing().mixed()));
    }
    return new Panel("Error", "of the mean", shape, tiles, 1, Scale.FROM_ZERO, NOT_MIXED);
  }

  private static String rhat(double value) {
    if (Double.isNaN(value)) {
      return "R̂ –";
    }
    return value > GREATEST_RHAT_SHOWN
        ? String.format(Locale.ROOT, "R̂ > %.0f", GREATEST_RHAT_SHOWN)
        : String.format(Locale.ROOT, "R̂ %.2f", value);
  }

  /** The linear combination for every unit. */
  public static Panel combination(
      ImageShape shape, List<Combination> combinations, String subtitle) {
    List<Tile> tiles = new ArrayList<>();
    for (Combination unit : combinations) {
      tiles.add(new Tile(unit.image(), String.valueOf(unit.unit()), false));
    }
    return new Panel(
        "Linear combination", subtitle, shape, tiles, columns(tiles.size()), Scale.PER_TILE);
  }

  /** The gradient of every unit. */
  public static Panel firstOrder(
      ImageShape shape, List<Integer> units, float[][] gradients, String subtitle) {
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < gradients.length; i++) {
      tiles.add(new Tile(gradients[i], String.valueOf(units.get(i)), false));
    }
    return new Panel("Gradient", subtitle, shape, tiles, columns(tiles.size()), Scale.PER_TILE);
  }

  /** As square as it gets, but no wider than a page of an overview. */
  public static int columns(int tiles) {
    return Math.min(30, (int) Math.ceil(Math.sqrt(tiles)));
  }
}
