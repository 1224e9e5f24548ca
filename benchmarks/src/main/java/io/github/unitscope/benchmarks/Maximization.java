package io.github.unitscope.benchmarks;

import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.numerics.Workers;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.rbm.Dbn;
import io.github.unitscope.visualize.maximize.Ascent;
import io.github.unitscope.visualize.maximize.AscentJob;
import io.github.unitscope.visualize.maximize.MaximizationPlan;
import io.github.unitscope.visualize.maximize.MaximizationSettings;
import io.github.unitscope.visualize.maximize.Maximizer;
import io.github.unitscope.visualize.maximize.ProjectedGradient;
import io.github.unitscope.visualize.maximize.Sphere;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/**
 * The maximization core: units of the highest layer of a fully connected network, on a sphere, each
 * to a residual of {@link Ascent#DEFAULTS}. Maxima are counted and dropped as they come.
 *
 * @param rows ascents in a round
 * @param network its sizes
 */
record Maximization(int rows, NetworkSizes network) implements Workload {
  /** Among the details: how many ascents there were. */
  static final String ROWS = "rows";

  /** Units in a round, as long as there are as many rows; more rows are restarts of these. */
  private static final int UNITS = 36;

  /** More rows than this take minutes. */
  private static final int LONG = 10_000;

  /** Mean norm of an MNIST image. */
  private static final double NORM = 9.2;

  static final MaximizationSettings SPECIFICATION =
      MaximizationSettings.builder(new Sphere(NORM)).build();

  @Override
  public String name() {
    return "maximize-" + rows;
  }

  @Override
  public String description() {
    return String.format(
        Locale.ROOT,
        "%d ascents in layer %d of %s to a residual of %s",
        rows,
        network.layers().size(),
        network.describe(),
        tolerance(SPECIFICATION.ascent()));
  }

  private static double tolerance(Ascent ascent) {
    return ((ProjectedGradient) ascent).tolerance();
  }

  @Override
  public String item() {
    return "row-step";
  }

  @Override
  public boolean isLong() {
    return rows > LONG;
  }

  @Override
  public Rounds prepare(Workers workers, Seed seed) {
    Dbn dbn = network.random(seed.derive("model"));
    Maximizer maximizer = new Maximizer(dbn, SPECIFICATION, workers);
    List<AscentJob> targets = targets(dbn, seed);
    return () -> Work.timed(() -> run(maximizer, targets));
  }

  private List<AscentJob> targets(Dbn dbn, Seed seed) {
    int layer = network.layers().size();
    int units = Math.min(rows, Math.min(UNITS, dbn.layer(layer).units()));
    List<Integer> all = IntStream.range(0, units).boxed().toList();
    int restarts = (rows + units - 1) / units;
    UnitSelector choice = UnitSelector.of(dbn.layer(layer));
    return MaximizationPlan.ofUnits(
            choice, all, restarts, Quantity.PREACTIVATION, SPECIFICATION, seed)
        .jobs()
        .subList(0, rows);
  }

  private Done run(Maximizer maximizer, List<AscentJob> targets) {
    LongAdder steps = new LongAdder();
    LongAdder converged = new LongAdder();
    maximizer.maximize(
        targets,
        (maximum, index) -> {
          steps.add(maximum.steps());
          converged.add(maximum.converged() ? 1 : 0);
        });
    double made = steps.sum();
    return new Done(
        made,
        made * Operations.gradient(network.sizes()),
        Map.of(
            ROWS,
            (double) rows,
            "steps per row",
            made / rows,
            "converged",
            (double) converged.sum() / rows));
  }
}
