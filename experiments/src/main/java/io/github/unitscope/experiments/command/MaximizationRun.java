package io.github.unitscope.experiments.command;

import io.github.unitscope.datasets.Dataset;
import io.github.unitscope.experiments.cli.MaximizationOptions;
import io.github.unitscope.experiments.cli.Terminal;
import io.github.unitscope.experiments.cli.UnitOptions;
import io.github.unitscope.experiments.report.Numbers;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.Seed;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Specification;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Scale;
import java.util.List;
import java.util.Locale;

/**
 * Activation maximization with everything settled; manifests record it.
 *
 * @param layer from 1
 * @param units from 0
 * @param restarts for every unit
 * @param quantity what is maximized
 * @param specification how
 */
record MaximizationRun(
    int layer, List<Integer> units, int restarts, Quantity quantity, Specification specification) {

  static MaximizationRun of(
      MaximizationOptions options,
      UnitOptions.Selection selection,
      double meanNorm,
      Dataset startImages) {
    return new MaximizationRun(
        selection.layer().index(),
        selection.units(),
        options.restarts(),
        options.quantity(),
        options.specification(meanNorm, startImages));
  }

  List<UnitMaxima> find(Network network, Seed seed, Workers workers, Terminal terminal) {
    Readout readout = new Readout(layer, quantity);
    try (Terminal.Progress progress =
        terminal.progress("maximizing", (long) units.size() * restarts)) {
      return UnitMaxima.find(
          network, specification, readout, units, restarts, seed, workers, progress::at);
    }
  }

  /** One line of settings for a panel of the best images. */
  String describe() {
    return "%s, best of %d starts".formatted(describeObjective(), restarts);
  }

  /** What is maximized, and where. */
  String describeObjective() {
    return describeObjective(quantity, specification);
  }

  /** What is maximized, and where. */
  static String describeObjective(Quantity quantity, Specification specification) {
    return "%s, %s"
        .formatted(
            quantity == Quantity.PREACTIVATION ? "pre-activation" : "activation",
            describe(specification.constraint()));
  }

  private static String describe(Constraint constraint) {
    if (constraint instanceof Sphere sphere) {
      return "‖x‖ = " + Numbers.brief(sphere.norm());
    }
    if (constraint instanceof Box box) {
      return "pixels in [%s, %s]".formatted(Numbers.brief(box.low()), Numbers.brief(box.high()));
    }
    return constraint.toString().toLowerCase(Locale.ROOT);
  }

  /** Pixels that cannot be negative are shown from black to white, others around grey. */
  Scale scale() {
    return scale(specification);
  }

  static Scale scale(Specification specification) {
    return specification.constraint() instanceof Box box && box.low() >= 0 && box.high() <= 1
        ? Scale.UNIT_INTERVAL
        : Scale.SHARED;
  }

  /** One line on how many ascents converged. */
  static String convergence(List<UnitMaxima> maxima) {
    List<Maximum> all = maxima.stream().flatMap(unit -> unit.restarts().stream()).toList();
    long converged = all.stream().filter(Maximum::converged).count();
    return "%d of %d ascents converged".formatted(converged, all.size());
  }
}
