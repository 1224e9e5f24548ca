package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import java.util.Set;

/**
 * The mean square of all units of a layer: DeepDream, which strengthens whatever the layer sees
 * (Mordvintsev, Olah, Tyka 2015).
 *
 * @param layer whose units
 * @param quantity of the units
 */
public record LayerObjective(Layer layer, Quantity quantity) implements Objective {

  private Readout readout() {
    return new Readout(layer.index(), quantity);
  }

  @Override
  public Set<Readout> readouts() {
    return Set.of(readout());
  }

  @Override
  public double value(Pass pass, int row) {
    var output = pass.output(readout());
    double sum = 0;
    for (int unit = 0; unit < layer.units(); unit++) {
      double value = output.get(row, unit);
      sum += value * value;
    }
    return sum / layer.units();
  }

  @Override
  public void addGradient(Pass pass, int row, float weight) {
    var output = pass.output(readout());
    var gradient = pass.gradient(readout());
    float share = 2 * weight / layer.units();
    for (int unit = 0; unit < layer.units(); unit++) {
      gradient.set(row, unit, gradient.get(row, unit) + share * output.get(row, unit));
    }
  }

  @Override
  public String toString() {
    return layer.name();
  }
}
