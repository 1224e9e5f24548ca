package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.RectifierRule;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Ascents of a fixed number of steps that one thread makes at once, one a row. */
final class StepBatch implements AutoCloseable {
  private final Network network;
  private final Specification specification;
  private final Set<Readout> readouts;
  private final Pass pass;
  private final StepRow[] rows;
  private final Stationarity stationarity;

  /**
   * @param most ascents that are made at once
   */
  StepBatch(Network network, Set<Readout> objectives, Specification specification, int most) {
    this.network = network;
    this.specification = specification;
    this.readouts = new HashSet<>(objectives);
    if (specification.diversity() != null) {
      readouts.add(specification.diversity().readout());
    }
    this.pass = network.newPass(readouts, most);
    this.rows = new StepRow[most];
    for (int i = 0; i < most; i++) {
      rows[i] = new StepRow(network, specification);
    }
    this.stationarity = new Stationarity(network, specification.constraint());
  }

  /**
   * Makes the ascents of some targets.
   *
   * @param from index of the first target
   * @param to index after the last; no more than were announced
   */
  void run(List<Target> targets, int from, int to, ObjIntConsumer<Maximum> consumer) {
    int[] used = Arrays.copyOf(pass.usableRows(), to - from);
    pass.select(used);
    for (int i = 0; i < used.length; i++) {
      rows[i].begin(targets.get(from + i));
    }
    StepRule rule = (StepRule) specification.ascent();
    for (int step = 1; step <= rule.steps(); step++) {
      pass.setRectifierRule(
          step <= specification.redirectedSteps()
              ? RectifierRule.REDIRECTED
              : RectifierRule.GRADIENT);
      for (int i = 0; i < used.length; i++) {
        pass.input().writeRow(used[i], rows[i].seen(step));
      }
      float[][] gradients = evaluate(used, true);
      for (int i = 0; i < used.length; i++) {
        rows[i].move(step, rows[i].objective().value(pass, used[i]), gradients[i]);
      }
    }
    finish(used, from, consumer);
  }

  /** The gradients with respect to what the network saw: [rows][inputs]. */
  private float[][] evaluate(int[] used, boolean diverse) {
    pass.forward();
    readouts.forEach(readout -> pass.gradient(readout).fill(0));
    for (int i = 0; i < used.length; i++) {
      rows[i].objective().addGradient(pass, used[i], 1);
    }
    if (diverse && specification.diversity() != null) {
      specification.diversity().subtractGradient(pass, used);
    }
    var inputGradients = pass.backward();
    float[][] gradients = new float[used.length][network.inputShape().size()];
    for (int i = 0; i < used.length; i++) {
      inputGradients.readRow(used[i], gradients[i]);
    }
    return gradients;
  }

  /** Looks at the images as they are, without transforms and without each other. */
  private void finish(int[] used, int from, ObjIntConsumer<Maximum> consumer) {
    pass.setRectifierRule(RectifierRule.GRADIENT);
    for (int i = 0; i < used.length; i++) {
      pass.input().writeRow(used[i], rows[i].result());
    }
    float[][] gradients = evaluate(used, false);
    for (int i = 0; i < used.length; i++) {
      double value = rows[i].objective().value(pass, used[i]);
      double residual = stationarity.residual(rows[i].result(), gradients[i]);
      consumer.accept(rows[i].maximum(value, residual), from + i);
    }
  }

  @Override
  public void close() {
    pass.close();
  }
}
