package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Pass;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import java.util.Locale;
import java.util.Set;

/**
 * The mean of a channel over its places (Olah et al. 2017).
 *
 * @param layer of the channel
 * @param quantity of its units
 * @param channel from 0
 */
public record ChannelObjective(Layer layer, Quantity quantity, int channel) implements Objective {

  /**
   * @throws io.github.unitscope.network.message.InvalidInputException if there is no such channel
   */
  public ChannelObjective {
    layer.requireChannel(channel);
  }

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
    int places = layer.places();
    double sum = 0;
    for (int place = 0; place < places; place++) {
      sum += output.get(row, channel * places + place);
    }
    return sum / places;
  }

  @Override
  public void addGradient(Pass pass, int row, float weight) {
    var gradient = pass.gradient(readout());
    int places = layer.places();
    float share = weight / places;
    for (int unit = channel * places; unit < (channel + 1) * places; unit++) {
      gradient.set(row, unit, gradient.get(row, unit) + share);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s:%d", layer.name(), channel);
  }
}
