package io.github.unitscope.experiments.reproduce.olah2017;

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
final class FigureSheets {
  private static final int SHEET_COLUMNS = 6;
  private static final int REDIRECTED_STEPS = 16;
  private static final double START_DEVIATION = 0.04;
  private static final double GREY = 0.5;
  private static final ImageRange RANGE = ImageRange.UNIT;

  private final MaximizationSettings preset;
  private final int steps;

  /**
   * @param steps of every ascent
   */
  FigureSheets(Network network, int steps) {
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
  FigureSheet channels(Layer layer, int count) {
    List<FigureSheet.Cell> cells = new ArrayList<>();
    for (int channel = 0; channel < Math.min(count, layer.shape().channels()); channel++) {
      cells.add(new FigureSheet.Cell(String.valueOf(channel), channel(layer, channel), 0));
    }
    return new FigureSheet(
        "channels-" + fileName(layer),
        "What excites the channels of " + layer.name(),
        List.of(new FigureSheet.Row("", preset, cells)),
        SHEET_COLUMNS);
  }

  private static List<FigureSheet.Cell> cells(Layer layer, List<Integer> channels) {
    return channels.stream()
        .map(channel -> new FigureSheet.Cell(String.valueOf(channel), channel(layer, channel), 0))
        .toList();
  }

  /**
   * No regularization, frequency penalties, robustness to transforms, and what they give together.
   */
  FigureSheet regularizers(Layer layer, List<Integer> channels) {
    Parameterization pixels = new Pixels(GREY, START_DEVIATION);
    Adam slow = new Adam(0.02, steps);
    List<Transform> moves = preset.transforms();
    List<FigureSheet.Cell> cells = cells(layer, channels);
    List<FigureSheet.Row> rows =
        List.of(
            new FigureSheet.Row("Nothing", ascent(pixels, List.of(), slow), cells),
            new FigureSheet.Row(
                "Total variation", ascent(pixels, List.of(), slow, "tv=0.002"), cells),
            new FigureSheet.Row(
                "Gaussian blur", ascent(pixels, List.of(), slow, "blur=0.7/1"), cells),
            new FigureSheet.Row(
                "Bilateral filter", ascent(pixels, List.of(), slow, "bilateral=1:0.2/4"), cells),
            new FigureSheet.Row("Transforms", ascent(pixels, moves, slow), cells),
            new FigureSheet.Row(
                "Fourier space", ascent(new Fourier(RANGE), List.of(), preset.ascent()), cells),
            new FigureSheet.Row("Both (preset o17)", preset, cells));
    return new FigureSheet("regularizers", "Regularizers, " + layer.name(), rows, channels.size());
  }

  /** Steepest ascent under three norms, from the same starts. */
  FigureSheet directions(Layer layer, List<Integer> channels) {
    Parameterization pixels = new Pixels(GREY, START_DEVIATION);
    List<FigureSheet.Cell> cells = cells(layer, channels);
    List<FigureSheet.Row> rows =
        List.of(
            new FigureSheet.Row(
                "L2", ascent(pixels, List.of(), new Steepest(Steepest.Norm.L2, 1, 128)), cells),
            new FigureSheet.Row(
                "L∞",
                ascent(pixels, List.of(), new Steepest(Steepest.Norm.LINF, 0.005, 128)),
                cells),
            new FigureSheet.Row(
                "Decorrelated",
                ascent(new Fourier(RANGE), List.of(), new Steepest(Steepest.Norm.L2, 0.5, 128)),
                cells));
    return new FigureSheet(
        "directions", "Directions of steepest ascent, " + layer.name(), rows, channels.size());
  }

  /** Four images of a channel, without and with a reason to differ; and the other end. */
  FigureSheet diversity(Layer layer, List<Integer> channels, double weight) {
    List<FigureSheet.Row> rows = new ArrayList<>();
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
          new FigureSheet.Row(
              String.format(Locale.ROOT, "Channel %d, alone", channel),
              preset,
              four(layer, channel, 1)));
      rows.add(
          new FigureSheet.Row(
              String.format(Locale.ROOT, "Channel %d, diverse", channel),
              diverse,
              four(layer, channel, 1)));
    }
    return new FigureSheet("diversity", "Diversity, " + layer.name(), rows, 4);
  }

  private static List<FigureSheet.Cell> four(Layer layer, int channel, double sign) {
    List<FigureSheet.Cell> cells = new ArrayList<>();
    Objective objective = channel(layer, channel);
    for (int start = 0; start < 4; start++) {
      cells.add(new FigureSheet.Cell("", sign == 1 ? objective : objective.times(sign), start));
    }
    return cells;
  }

  /** From one channel to another, through what excites both. */
  FigureSheet interpolation(Layer layer, List<Integer> channels) {
    List<FigureSheet.Row> rows = new ArrayList<>();
    for (int i = 0; i + 1 < channels.size(); i += 2) {
      int from = channels.get(i);
      int to = channels.get(i + 1);
      List<FigureSheet.Cell> cells = new ArrayList<>();
      for (int step = 0; step <= 5; step++) {
        double share = step / 5.0;
        Objective mixed =
            channel(layer, from).times(1 - share).plus(channel(layer, to).times(share));
        cells.add(
            new FigureSheet.Cell(String.format(Locale.ROOT, "%.0f %%", 100 * share), mixed, 0));
      }
      rows.add(
          new FigureSheet.Row(
              String.format(Locale.ROOT, "From channel %d to %d", from, to), preset, cells));
    }
    return new FigureSheet("interpolation", "Interpolation, " + layer.name(), rows, SHEET_COLUMNS);
  }

  /** The greatest and the least of a channel. */
  FigureSheet negative(Layer layer, List<Integer> channels) {
    List<FigureSheet.Cell> most = cells(layer, channels);
    List<FigureSheet.Cell> least =
        channels.stream()
            .map(
                channel ->
                    new FigureSheet.Cell("−" + channel, channel(layer, channel).times(-1), 0))
            .toList();
    return new FigureSheet(
        "negative",
        "Maximized and minimized, " + layer.name(),
        List.of(
            new FigureSheet.Row("Maximized", preset, most),
            new FigureSheet.Row("Minimized", preset, least)),
        channels.size());
  }

  /** Classes by their logits and by their probabilities. */
  FigureSheet classes(List<Integer> classes, ClassTargets targets) {
    return new FigureSheet(
        "classes",
        "Classes",
        List.of(
            new FigureSheet.Row("Logit", preset, targets.cells(classes, true)),
            new FigureSheet.Row("Probability", preset, targets.cells(classes, false))),
        5);
  }

  /** The name of a layer where it can name a file on every system, else its number. */
  private static String fileName(Layer layer) {
    return layer.name().matches("[A-Za-z0-9_][-A-Za-z0-9_.]{0,99}")
        ? layer.name()
        : "layer" + layer.index();
  }
}
