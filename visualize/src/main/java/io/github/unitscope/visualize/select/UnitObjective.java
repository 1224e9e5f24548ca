package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Readout;
import java.util.Locale;
import java.util.Set;

/**
 * The value of one unit.
 *
 * @param readout its layer, and whether its pre-activation or its activation is meant
 * @param unit from 0
 */
public record UnitObjective(Readout readout, int unit) implements Objective {

  @Override
  public Set<Readout> readouts() {
    return Set.of(readout);
  }

  @Override
  public double value(Pass pass, int row) {
    return pass.output(readout).get(row, unit);
  }

  @Override
  public void addGradient(Pass pass, int row, float weight) {
    var gradient = pass.gradient(readout);
    gradient.set(row, unit, gradient.get(row, unit) + weight);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s of unit %d in layer %d",
        readout.quantity().name().toLowerCase(Locale.ROOT),
        unit,
        readout.layer());
  }
}
