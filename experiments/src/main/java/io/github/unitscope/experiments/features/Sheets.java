package io.github.unitscope.experiments.features;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.visualize.maximize.Adam;
import io.github.unitscope.visualize.maximize.Ascent;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Diversity;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Presets;
import io.github.unitscope.visualize.maximize.Steepest;
import io.github.unitscope.visualize.maximize.Unbounded;
import io.github.unitscope.visualize.parameterize.Fourier;
import io.github.unitscope.visualize.parameterize.Parameterization;
import io.github.unitscope.visualize.parameterize.Pixels;
import io.github.unitscope.visualize.regularize.Regularizers;
import io.github.unitscope.visualize.select.ChannelObjective;
import io.github.unitscope.visualize.select.Objective;
import io.github.unitscope.visualize.transform.Transform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** What the figures of Olah et al. (2017) hold beside each other. */
final class Sheets {
  private static final int SHEET_COLUMNS = 6;
  private static final int REDIRECTED_STEPS = 16;
  private static final double START_DEVIATION = 0.04;
  private static final double GREY = 0.5;
  private static final ImageRange RANGE = ImageRange.UNIT;

  private final Network network;
  private final MaximizationSettings preset;
  private final int steps;

  /**
   * @param steps of every ascent
   */
  Sheets(Network network, int steps) {
    this.network = network;
    this.steps = steps;
    MaximizationSettings published =
        Presets.O17
            .settings(network, OptionalDouble.of(Math.sqrt(network.inputShape().size()) / 2))
            .build();
    this.preset =
        ascent(published.parameterization(), published.transforms(), new Adam(0.05, steps));
  }

  private static MaximizationSettings ascent(
      Parameterization parameterization,
      List<Transform> transforms,
      Ascent ascent,
      String... regularizers) {
    boolean pixels = parameterization instanceof Pixels;
    Constraint constraint = pixels ? new Box(RANGE.low(), RANGE.high()) : Unbounded.ANY_IMAGE;
    return MaximizationSettings.builder(constraint)
        .parameterization(parameterization)
        .transforms(transforms)
        .regularizers(
            Arrays.stream(regularizers).map(text -> Regularizers.parse(text, GREY)).toList())
        .ascent(ascent)
        .redirectedSteps(REDIRECTED_STEPS)
        .build();
  }

  /** Pre-activations: units with a ceiling have no gradient any more when they come to it. */
  private static Objective channel(Layer layer, int channel) {
    return new ChannelObjective(layer, Quantity.PREACTIVATION, channel);
  }

  /** The first channels of a layer. */
  Sheet channels(Layer layer, int count) {
    List<Sheet.Cell> cells = new ArrayList<>();
    for (int channel = 0; channel < Math.min(count, layer.shape().channels()); channel++) {
      cells.add(new Sheet.Cell(String.valueOf(channel), channel(layer, channel), 0));
    }
    return new Sheet(
        "channels-" + fileName(layer),
        "What excites the channels of " + layer.name(),
        List.of(new Sheet.Row("", preset, cells)),
        SHEET_COLUMNS);
  }

  private static List<Sheet.Cell> cells(Layer layer, List<Integer> channels) {
    return channels.stream()
        .map(channel -> new Sheet.Cell(String.valueOf(channel), channel(layer, channel), 0))
        .toList();
  }

  /**
   * No regularization, frequency penalties, robustness to transforms, and what they give together.
   */
  Sheet regularizers(Layer layer, List<Integer> channels) {
    Parameterization pixels = new Pixels(GREY, START_DEVIATION);
    Adam slow = new Adam(0.02, steps);
    List<Transform> moves = preset.transforms();
    List<Sheet.Cell> cells = cells(layer, channels);
    List<Sheet.Row> rows =
        List.of(
            new Sheet.Row("Nothing", ascent(pixels, List.of(), slow), cells),
            new Sheet.Row("Total variation", ascent(pixels, List.of(), slow, "tv=0.002"), cells),
            new Sheet.Row("Gaussian blur", ascent(pixels, List.of(), slow, "blur=0.7/1"), cells),
            new Sheet.Row(
                "Bilateral filter", ascent(pixels, List.of(), slow, "bilateral=1:0.2/4"), cells),
            new Sheet.Row("Transforms", ascent(pixels, moves, slow), cells),
            new Sheet.Row(
                "Fourier space", ascent(new Fourier(RANGE), List.of(), preset.ascent()), cells),
            new Sheet.Row("Both: the preset o17", preset, cells));
    return new Sheet("regularizers", "Regularizers, " + layer.name(), rows, channels.size());
  }

  /** Steepest ascent under three norms, from the same starts. */
  Sheet directions(Layer layer, List<Integer> channels) {
    Parameterization pixels = new Pixels(GREY, START_DEVIATION);
    List<Sheet.Cell> cells = cells(layer, channels);
    List<Sheet.Row> rows =
        List.of(
            new Sheet.Row(
                "L2", ascent(pixels, List.of(), new Steepest(Steepest.Norm.L2, 1, 128)), cells),
            new Sheet.Row(
                "L∞",
                ascent(pixels, List.of(), new Steepest(Steepest.Norm.LINF, 0.005, 128)),
                cells),
            new Sheet.Row(
                "Decorrelated",
                ascent(new Fourier(RANGE), List.of(), new Steepest(Steepest.Norm.L2, 0.5, 128)),
                cells));
    return new Sheet(
        "directions", "Directions of steepest ascent, " + layer.name(), rows, channels.size());
  }

  /** Four images of a channel, without and with a reason to differ; and the other end. */
  Sheet diversity(Layer layer, List<Integer> channels, double weight) {
    List<Sheet.Row> rows = new ArrayList<>();
    MaximizationSettings diverse =
        MaximizationSettings.builder(preset.constraint())
            .parameterization(preset.parameterization())
            .transforms(preset.transforms())
            .ascent(preset.ascent())
            .redirectedSteps(REDIRECTED_STEPS)
            .diversity(new Diversity(layer, weight))
            .build();
    for (int channel : channels) {
      rows.add(
          new Sheet.Row(
              String.format(Locale.ROOT, "Channel %d, alone", channel),
              preset,
              four(layer, channel, 1)));
      rows.add(
          new Sheet.Row(
              String.format(Locale.ROOT, "Channel %d, diverse", channel),
              diverse,
              four(layer, channel, 1)));
    }
    return new Sheet("diversity", "Diversity, " + layer.name(), rows, 4);
  }

  private static List<Sheet.Cell> four(Layer layer, int channel, double sign) {
    List<Sheet.Cell> cells = new ArrayList<>();
    Objective objective = channel(layer, channel);
    for (int start = 0; start < 4; start++) {
      cells.add(new Sheet.Cell("", sign == 1 ? objective : objective.times(sign), start));
    }
    return cells;
  }

  /** From one channel to another, through what excites both. */
  Sheet interpolation(Layer layer, List<Integer> channels) {
    List<Sheet.Row> rows = new ArrayList<>();
    for (int i = 0; i + 1 < channels.size(); i += 2) {
      int from = channels.get(i);
      int to = channels.get(i + 1);
      List<Sheet.Cell> cells = new ArrayList<>();
      for (int step = 0; step <= 5; step++) {
        double share = step / 5.0;
        Objective mixed =
            channel(layer, from).times(1 - share).plus(channel(layer, to).times(share));
        cells.add(new Sheet.Cell(String.format(Locale.ROOT, "%.0f %%", 100 * share), mixed, 0));
      }
      rows.add(
          new Sheet.Row(
              String.format(Locale.ROOT, "From channel %d to %d", from, to), preset, cells));
    }
    return new Sheet("interpolation", "Interpolation, " + layer.name(), rows, SHEET_COLUMNS);
  }

  /** The greatest and the least of a channel. */
  Sheet negative(Layer layer, List<Integer> channels) {
    List<Sheet.Cell> most = cells(layer, channels);
    List<Sheet.Cell> least =
        channels.stream()
            .map(channel -> new Sheet.Cell("−" + channel, channel(layer, channel).times(-1), 0))
            .toList();
    return new Sheet(
        "negative",
        "The most and the least, " + layer.name(),
        List.of(new Sheet.Row("Most", preset, most), new Sheet.Row("Least", preset, least)),
        channels.size());
  }

  /** Classes by their logits and by their probabilities. */
  Sheet classes(List<Integer> classes, ClassTargets targets) {
    return new Sheet(
        "classes",
        "Classes",
        List.of(
            new Sheet.Row("Logit", preset, targets.cells(classes, true)),
            new Sheet.Row("Probability", preset, targets.cells(classes, false))),
        5);
  }

  /** The name of a layer where it can name a file on every system, else its number. */
  private static String fileName(Layer layer) {
    return layer.name().matches("[A-Za-z0-9_][-A-Za-z0-9_.]{0,99}")
        ? layer.name()
        : "layer" + layer.index();
  }
}
