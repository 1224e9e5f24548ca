package io.github.unitscope.visualize.figures;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.Numbers;
import io.github.unitscope.visualize.maximize.Box;
import io.github.unitscope.visualize.maximize.Constraint;
import io.github.unitscope.visualize.maximize.Goal;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationResult;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximum;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.maximize.Unbounded;
import io.github.unitscope.visualize.maximize.UnitMaxima;
import io.github.unitscope.visualize.picture.Figure;
import io.github.unitscope.visualize.picture.Panel;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.Tile;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Figures of activation maximization. */
public final class MaximizationFigures {
  private MaximizationFigures() {}

  /**
   * The best image of every unit, or all images of every objective.
   *
   * @param caption lines below
   */
  public static Figure best(MaximizationResult found, List<String> caption) {
    String title =
        found
            .plan()
            .units()
            .map(MaximizationFigures::title)
            .orElse("What excites the network most");
    return new Figure(title, List.of(best(found)), caption);
  }

  /**
   * All restarts of every unit.
   *
   * @param found of units
   * @param caption lines below
   */
  public static Figure restarts(MaximizationResult found, List<String> caption) {
    MaximizationPlan plan = found.plan();
    String title =
        String.format(
            Locale.ROOT, "%s, from %d starts", title(plan.units().orElseThrow()), plan.restarts());
    Panel panel =
        restarts(
            found.network().inputShape(),
            found.maxima(),
            describe(plan.quantity(), plan.settings()),
            scale(plan.settings(), found.network()));
    return new Figure(title, List.of(panel), caption);
  }

  private static String title(UnitSelector units) {
    return String.format(Locale.ROOT, "What excites layer %s most", units.layer().title());
  }

  /** The panel of the best images of units, or of all images of objectives. */
  public static Panel best(MaximizationResult found) {
    MaximizationPlan plan = found.plan();
    ImageShape shape = found.network().inputShape();
    Scale scale = scale(plan.settings(), found.network());
    if (plan.units().isPresent()) {
      String what = describe(plan.quantity(), plan.settings());
      String subtitle =
          plan.restarts() == 1
              ? what
              : String.format(Locale.ROOT, "%s, best of %d starts", what, plan.restarts());
      return maximization(shape, found.maxima(), subtitle, scale);
    }
    List<String> names = plan.goals().stream().map(Goal::name).toList();
    return objectives(shape, found.maxima(), names, plan.settings().describe(), scale);
  }

  /** The best image of every unit. */
  private static Panel maximization(
      ImageShape shape, List<UnitMaxima> maxima, String subtitle, Scale scale) {
    List<Tile> tiles = new ArrayList<>();
    for (UnitMaxima unit : maxima) {
      tiles.add(
          new Tile(unit.best().image(), String.valueOf(unit.unit()), unit.best().isDoubtful()));
    }
    return new Panel(
        "Activation maximization", subtitle, shape, tiles, Panel.columnsFor(tiles.size()), scale);
  }

  /** All restarts, a row for every unit, the best first. */
  private static Panel restarts(
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
  private static Panel objectives(
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
    int columns = restarts > 1 ? restarts : Panel.columnsFor(tiles.size());
    return new Panel("Activation maximization", subtitle, shape, tiles, columns, scale);
  }

  /** What is maximized, and where. */
  public static String describe(Quantity quantity, MaximizationSettings settings) {
    String what = quantity == Quantity.PREACTIVATION ? "pre-activation" : "activation";
    if (!settings.ascent().makesAllSteps()) {
      return String.format(Locale.ROOT, "%s, %s", what, region(settings.constraint()));
    }
    return String.format(Locale.ROOT, "%s, %s", what, settings.describe());
  }

  private static String region(Constraint constraint) {
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
  public static Scale scale(MaximizationSettings settings, Network network) {
    boolean held =
        network.imageRange().equals(ImageRange.UNIT)
            && settings.constraint() == Unbounded.ANY_IMAGE
            && !settings.parameterization().movesPixels();
    boolean boxed = settings.constraint() instanceof Box box && box.low() >= 0 && box.high() <= 1;
    if (!held && !boxed) {
      return Scale.SHARED;
    }
    return network.inputShape().channels() == 3 ? Scale.PICTURE : Scale.UNIT_INTERVAL;
  }
}
