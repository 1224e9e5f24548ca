package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.Locale;

/** The option that takes one neuron of each channel for the channel. */
@OptionGroup(Group.WHAT)
public final class NeuronOption {
  @Parameter(
      names = "--at",
      description =
          "Of convolutional layers, one neuron of each channel: at ROW,COLUMN (from 0), or"
              + " at the centre. Default: the whole channel")
  private String at;

  /** Whether a place was asked for. */
  public boolean isGiven() {
    return at != null;
  }

  /**
   * What the numbers of a layer's units mean.
   *
   * @throws UsageException if the layer has no such place
   */
  public UnitSelector of(Layer layer) {
    if (at == null) {
      return UnitSelector.of(layer);
    }
    if (layer.places() == 1) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--at does not apply: the units of layer %s have no places",
              layer.title()));
    }
    if (at.equals("centre")) {
      return UnitSelector.centre(layer);
    }
    if (!at.matches("\\d{1,5},\\d{1,5}")) {
      throw new UsageException(
          String.format(Locale.ROOT, "cannot read --at %s: write ROW,COLUMN or centre", at));
    }
    String[] numbers = at.split(",");
    return UnitSelector.at(layer, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
