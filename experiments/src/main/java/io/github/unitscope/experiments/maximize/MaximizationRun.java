package io.github.unitscope.experiments.maximize;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.options.UnitOptions;
import io.github.unitscope.experiments.output.Panels;
import io.github.unitscope.experiments.output.ResultArrays;
import io.github.unitscope.experiments.terminal.Terminal;
import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.storage.NpyArray;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Goal;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.ObjectiveParser;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.Start;
import io.github.unitscope.visualize.maximize.StopReason;
import io.github.unitscope.visualize.maximize.Target;
import io.github.unitscope.visualize.maximize.Unbounded;
import io.github.unitscope.visualize.maximize.UnitChoice;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

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
 * @param scale how the images are shown
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
    @JsonIgnore Scale scale,
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
        scale(specification, network),
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
        scale(specification, network),
        specification.describe());
  }

  /** What the numbers of units mean. */
  public UnitChoice choice(Network network) {
    return new UnitChoice(network.layer(layer), place);
  }

  /** What is maximized, each with the seed of its starts. */
  List<Goal> goals(Network network, Seed seed) {
    if (objectives == null) {
      UnitChoice choice = choice(network);
      return units.stream().map(unit -> Goal.unit(choice, unit, quantity, seed)).toList();
    }
    ObjectiveParser parser = new ObjectiveParser(network, quantity);
    return objectives.stream().map(text -> parser.goal(text, seed)).toList();
  }

  /** The maxima of every unit; of objectives by their positions. */
  public List<UnitMaxima> find(Network network, Seed seed, Workers workers, Terminal terminal) {
    List<Goal> goals = goals(network, seed);
    List<Target> targets = Goal.ascents(goals, restarts);
    List<Integer> numbers =
        units == null ? IntStream.range(0, goals.size()).boxed().toList() : units;
    try (Terminal.Progress progress = terminal.progress("maximizing", targets.size())) {
      return UnitMaxima.find(network, specification, targets, numbers, workers, progress::at);
    }
  }

  /** The arrays of {@code results.npz}. */
  Map<String, NpyArray> arrays(Network network, List<UnitMaxima> maxima) {
    return objectives == null
        ? ResultArrays.maximization(network, choice(network), maxima)
        : ResultArrays.maximization(maxima);
  }

  /** The figures by the names of their files: of the best images, and of all restarts of units. */
  Map<String, Figure> figures(Network network, List<UnitMaxima> maxima, List<String> caption) {
    ImageShape shape = network.inputShape();
    if (objectives != null) {
      Panel panel = Panels.objectives(shape, maxima, objectives, specification.describe(), scale);
      return Map.of(
          "maximize.png", new Figure("What excites the network most", List.of(panel), caption));
    }
    String title =
        String.format(Locale.ROOT, "What excites layer %s most", network.layer(layer).title());
    Map<String, Figure> figures = new LinkedHashMap<>();
    Panel best = Panels.maximization(shape, maxima, describe(), scale);
    figures.put("maximize.png", new Figure(title, List.of(best), caption));
    if (restarts > 1) {
      Panel all = Panels.restarts(shape, maxima, describeObjective(), scale);
      String from = String.format(Locale.ROOT, "%s, from %d starts", title, restarts);
      figures.put("restarts.png", new Figure(from, List.of(all), caption));
    }
    return figures;
  }

  /** One line of settings for a panel of the best images. */
  public String describe() {
    return restarts == 1
        ? describeObjective()
        : String.format(Locale.ROOT, "%s, best of %d starts", describeObjective(), restarts);
  }

  /** What is maximized, and where. */
  public String describeObjective() {
    return describeObjective(quantity, specification);
  }

  /** What is maximized, and where. */
  public static String describeObjective(Quantity quantity, MaximizationSettings specification) {
    String what = quantity == Quantity.PREACTIVATION ? "pre-activation" : "activation";
    if (!specification.ascent().makesAllSteps()) {
      return String.format(Locale.ROOT, "%s, %s", what, describe(specification.constraint()));
    }
    return String.format(Locale.ROOT, "%s, %s", what, specification.describe());
  }

  private static String describe(Constraint constraint) {
    if (constraint instanceof Sphere sphere) {
      return "‖x‖ = " + Numbers.brief(sphere.norm());
    }
    if (constraint instanceof Box box) {
      return String.format(
          Locale.ROOT, "pixels in [%s, %s]", Numbers.brief(box.low()), Numbers.brief(box.high()));
    }
    return constraint.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Pixels that cannot be negative are shown from black to white or in colour, others around grey.
   */
  public static Scale scale(MaximizationSettings specification, Network network) {
    boolean held =
        network.imageRange().equals(ImageRange.UNIT)
            && specification.constraint() == Unbounded.ANY_IMAGE
            && !specification.parameterization().movesPixels();
    boolean boxed =
        specification.constraint() instanceof Box box && box.low() >= 0 && box.high() <= 1;
    if (!held && !boxed) {
      return Scale.SHARED;
    }
    return network.inputShape().channels() == 3 ? Scale.PICTURE : Scale.UNIT_INTERVAL;
  }

  /** One line on how many ascents converged. */
  public static String convergence(List<UnitMaxima> maxima) {
    List<Maximum> all = maxima.stream().flatMap(unit -> unit.restarts().stream()).toList();
    boolean projected = all.stream().noneMatch(maximum -> maximum.reason() == StopReason.ALL_STEPS);
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
      case STEP_LIMIT -> "did not within their steps";
      case NO_PROGRESS -> "came to the limit of float32";
      case NO_GRADIENT -> "had no gradient";
      case ALL_STEPS -> "ascents made all their steps";
      case KINK -> "came to a kink, where hardly any step raises the value";
    };
  }
}
