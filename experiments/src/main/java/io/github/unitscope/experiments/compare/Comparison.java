package io.github.unitscope.experiments.compare;

import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.combine.Combination;
import io.github.unitscope.visualize.figures.CombinationFigures;
import io.github.unitscope.visualize.figures.MaximizationFigures;
import io.github.unitscope.visualize.figures.SamplingFigures;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.sample.UnitSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the three methods found for the same units, in the same order.
 *
 * @param settings of the methods
 * @param maximized by activation maximization, with the network that was looked at
 * @param samples with the units clamped; empty where the model cannot be sampled from
 * @param combinations of filters
 * @param agreement between the three
 */
record Comparison(
    ComparisonRun settings,
    MaximizationResult maximized,
    List<UnitSamples> samples,
    List<Combination> combinations,
    Agreement agreement) {

  /** The arrays of {@code results.npz}. */
  Map<String, NpyArray> arrays() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.putAll(
        ResultArrays.prefixed("maximization.", settings.maximization().arrays(maximized)));
    if (!samples.isEmpty()) {
      arrays.putAll(ResultArrays.prefixed("sampling.", ResultArrays.sampling(samples)));
    }
    arrays.putAll(ResultArrays.prefixed("combination.", ResultArrays.combination(combinations)));
    arrays.put("agreement", agreement.array());
    return arrays;
  }

  /**
   * The three side by side.
   *
   * @param model a few words on the model
   * @param trace the line by which the figure can be traced
   */
  Figure figure(String model, String trace) {
    return new Figure(
        String.format(
            Locale.ROOT,
            "What do the units of layer %d respond to?",
            settings.maximization().layer()),
        panels(maximized.network()),
        List.of(
            String.format(
                Locale.ROOT, "%s. Each tile is a unit, in the same order in all panels.", model),
            samples.isEmpty() ? NOT_SAMPLED : settings.sampling().caption(samples),
            agreement.describe() + ".",
            trace));
  }

  /** One line on how many units' chains have mixed. */
  String mixing() {
    return settings.sampling().mixing(samples);
  }

  private static final String NOT_SAMPLED =
      "This model defines no distribution over images, so there is nothing to sample from.";

  /** The maxima of every unit. */
  List<UnitMaxima> maxima() {
    return maximized.maxima();
  }

  private List<Panel> panels(Network network) {
    List<Panel> panels = new ArrayList<>();
    panels.add(MaximizationFigures.best(maximized));
    if (!samples.isEmpty()) {
      panels.add(SamplingFigures.means(settings.sampling().result(network, samples)));
    }
    panels.add(CombinationFigures.panel(settings.combination().result(network, combinations)));
    return panels;
  }
}
