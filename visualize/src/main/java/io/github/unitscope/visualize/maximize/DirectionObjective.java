package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A direction in the space of a layer's channels: the mean over all places of the dot product of
 * the units there with the direction, divided by its length (Olah et al. 2017).
 *
 * @param layer whose channels
 * @param quantity of the units
 * @param direction [channels], not all 0
 */
public record DirectionObjective(Layer layer, Quantity quantity, List<Double> direction)
    implements Objective {

  /**
   * @throws InvalidInputException if the direction does not fit the layer or is zero
   */
  public DirectionObjective {
    direction = List.copyOf(direction);
    if (direction.size() != layer.shape().channels()) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a direction of %d numbers for the %d channels of layer %s",
              direction.size(),
              layer.shape().channels(),
              layer.title()));
    }
    double square = direction.stream().mapToDouble(d -> d * d).sum();
    if (!(square > 0) || Double.isInfinite(square)) {
      throw new InvalidInputException("a direction needs finite numbers that are not all 0");
    }
  }

  private Readout readout() {
    return new Readout(layer.index(), quantity);
  }

  private double length() {
    return Math.sqrt(direction.stream().mapToDouble(d -> d * d).sum());
  }

  @Override
  public Set<Readout> readouts() {
    return Set.of(readout());
  }

  @Override
  public double value(Pass pass, int row) {
    var output = pass.output(readout());
    int places = layer.places();
    double sum = 0;
    for (int unit = 0; unit < layer.units(); unit++) {
      sum += direction.get(unit / places) * output.get(row, unit);
    }
    return sum / (places * length());
  }

  @Override
  public void addGradient(Pass pass, int row, float weight) {
    var gradient = pass.gradient(readout());
    int places = layer.places();
    double share = weight / (places * length());
    for (int unit = 0; unit < layer.units(); unit++) {
      float added = (float) (share * direction.get(unit / places));
      gradient.set(row, unit, gradient.get(row, unit) + added);
    }
  }

  @Override
  public String toString() {
    return "a direction in " + layer.name();
  }
}
