package io.github.unitscope.experiments.compare;

import io.github.unitscope.experiments.combine.CombinationRun;
import io.github.unitscope.experiments.maximize.MaximizationRun;
import io.github.unitscope.experiments.output.Panels;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.sample.SamplingRun;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.combine.Combination;
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
 * @param network that was looked at
 * @param maxima of activation maximization
 * @param samples with the units clamped; empty where the model cannot be sampled from
 * @param combinations of filters
 * @param agreement between the three
 */
record Comparison(
    ComparisonRun settings,
    Network network,
    List<UnitMaxima> maxima,
    List<UnitSamples> samples,
    List<Combination> combinations,
    Agreement agreement) {

  /** The arrays of {@code results.npz}. */
  Map<String, NpyArray> arrays() {
    int layer = settings.maximization().layer();
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.putAll(
        ResultArrays.prefixed(
            "maximization.",
            ResultArrays.maximization(network, settings.maximization().choice(network), maxima)));
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
        panels(network.inputShape()),
        List.of(
            String.format(Locale.ROOT, "%s. Each tile is a unit, the same in all panels.", model),
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

  private List<Panel> panels(ImageShape shape) {
    MaximizationRun maximization = settings.maximization();
    CombinationRun combination = settings.combination();
    List<Panel> panels = new ArrayList<>();
    panels.add(Panels.maximization(shape, maxima, maximization.describe(), maximization.scale()));
    if (!samples.isEmpty()) {
      panels.add(
          Panels.means(shape, samples, settings.sampling().describe(), SamplingRun.scale(network)));
    }
    panels.add(Panels.combination(shape, combinations, combination.describe(combinations)));
    return panels;
  }
}
