package io.github.unitscope.experiments.maximize;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.figures.MaximizationFigures;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Start;
import io.github.unitscope.visualize.maximize.StopReason;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Activation maximization with everything settled; manifests record it.
 *
 * @param layer of the units, from 1; null where objectives are given
 * @param place of the neurons; null for whole channels and for layers without places
 * @param units from 0, channels where units have places; null where objectives are given
 * @param objectives in words; null where units are given
 * @param from the photograph that objectives start from; null without one
 * @param restarts for every unit or objective
 * @param quantity what is maximized
 * @param specification how
 * @param settings how, in one line
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MaximizationRun(
    Integer layer,
    Integer place,
    List<Integer> units,
    List<String> objectives,
    String from,
    int restarts,
    Quantity quantity,
    MaximizationSettings specification,
    String settings) {
  public static MaximizationRun of(
      MaximizationOptions options,
      UnitOptions.Selection selection,
      Network network,
      double meanNorm,
      Dataset startImages) {
    Layer layer = selection.layer();
    MaximizationSettings specification =
        options.specification(network, layer, meanNorm, startImages);
    return new MaximizationRun(
        layer.index(),
        selection.choice().place(),
        selection.units(),
        null,
        null,
        options.restarts(),
        options.quantity(network),
        specification,
        specification.describe());
  }

  /**
   * Of objectives in words.
   *
   * @param start the first image; null for what the options say
   */
  static MaximizationRun of(
      MaximizationOptions options,
      ObjectiveOptions objectives,
      Network network,
      double meanNorm,
      Start start) {
    Quantity quantity = options.quantity(network);
    objectives.check(network, quantity);
    MaximizationSettings specification = options.specification(network, null, meanNorm, start);
    return new MaximizationRun(
        null,
        null,
        null,
        List.copyOf(objectives.texts()),
        objectives.photograph(),
        options.restarts(),
        quantity,
        specification,
        specification.describe());
  }

  /** What the numbers of units mean. */
  public UnitSelector choice(Network network) {
    return new UnitSelector(network.layer(layer), place);
  }

  /** What is maximized, each with the seed of its starts, and how. */
  public MaximizationPlan plan(Network network, Seed seed) {
    return objectives == null
        ? MaximizationPlan.ofUnits(choice(network), units, restarts, quantity, specification, seed)
        : MaximizationPlan.ofObjectives(
            network, objectives, restarts, quantity, specification, seed);
  }

  public MaximizationResult find(Network network, Seed seed, Workers workers, Terminal terminal) {
    MaximizationPlan plan = plan(network, seed);
    try (Terminal.Progress progress = terminal.progress("maximizing", plan.ascents())) {
      return plan.run(network, workers, progress::at);
    }
  }

  /** The arrays of {@code results.npz}. */
  public Map<String, NpyArray> arrays(MaximizationResult found) {
    return objectives == null
        ? ResultArrays.maximization(found.network(), choice(found.network()), found.maxima())
        : ResultArrays.maximization(found.maxima());
  }

  /** The figures by the names of their files: of the best images, and of all restarts of units. */
  public Map<String, Figure> figures(MaximizationResult found, List<String> caption) {
    Map<String, Figure> figures = new LinkedHashMap<>();
    figures.put("maximize.png", MaximizationFigures.best(found, caption));
    if (objectives == null && restarts > 1) {
      figures.put("restarts.png", MaximizationFigures.restarts(found, caption));
    }
    return figures;
  }

  /** One line on how many ascents converged. */
  public static String convergence(List<UnitMaxima> maxima) {
    List<Maximum> all = maxima.stream().flatMap(unit -> unit.restarts().stream()).toList();
    boolean projected =
        all.stream().noneMatch(maximum -> maximum.reason() == StopReason.FIXED_STEPS_DONE);
    List<String> parts = new ArrayList<>();
    for (StopReason reason : StopReason.values()) {
      long count = all.stream().filter(maximum -> maximum.reason() == reason).count();
      if (count > 0 || reason == StopReason.CONVERGED && projected) {
        parts.add(String.format(Locale.ROOT, "%d of %d %s", count, all.size(), words(reason)));
      }
    }
    return String.join(", ", parts);
  }

  private static String words(StopReason reason) {
    return switch (reason) {
      case CONVERGED -> "ascents converged";
      case STEP_LIMIT_HIT -> "hit the step limit";
      case NO_PROGRESS -> "reached the limit of float32";
      case NO_GRADIENT -> "had no gradient";
      case FIXED_STEPS_DONE -> "ascents completed their steps";
      case KINK -> "stopped at a kink (no step increases the value)";
    };
  }
}
