package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import io.github.unitscope.experiments.command.Explained;
import io.github.unitscope.experiments.command.Group;
import io.github.unitscope.experiments.command.OptionGroup;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.List;
import java.util.Map;

/** Options that choose units of one layer. */
@OptionGroup(Group.WHAT)
public final class UnitOptions implements Explained {
  /** How many units are looked at if none are asked for, unless a command says otherwise. */
  public static final int MOST = 36;

  private final LayerDefault otherwise;

  @Parameter(
      names = "--layer",
      description = "Layer, by name or by number from 1. Default: {layer}")
  private String layer;

  @ParametersDelegate private final UnitsOption units;

  /**
   * @param otherwise the layer if none is asked for
   * @param most how many units if none are asked for, the first ones
   */
  public UnitOptions(LayerDefault otherwise, int most) {
    this.otherwise = otherwise;
    this.units = new UnitsOption(most);
  }

  /**
   * Units of a layer.
   *
   * @param choice what their numbers mean
   * @param units in ascending order
   */
  public record Selection(UnitSelector choice, List<Integer> units) {
    /** Their layer. */
    public Layer layer() {
      return choice.layer();
    }
  }

  /** As if the first units of a layer had been asked for. */
  public void set(int number, int count) {
    layer = String.valueOf(number);
    units.setFirst(count);
  }

  @Override
  public Map<String, String> words() {
    return Map.of("layer", otherwise.words());
  }

  /**
   * What is meant on a network.
   *
   * @throws UsageException if the layer or a unit does not exist, or the list cannot be read
   */
  public Selection on(Network network) {
    Layer chosen = layer(network);
    return new Selection(UnitSelector.of(chosen), units.of(chosen));
  }

  /**
   * What is meant on a network, each channel by its neuron where one was asked for.
   *
   * @throws UsageException if the layer, a unit or the place does not exist, or the list cannot be
   *     read
   */
  public Selection on(Network network, NeuronOption at) {
    Layer chosen = layer(network);
    List<Integer> numbers = units.of(chosen);
    return new Selection(UsageException.check(() -> at.of(chosen)), numbers);
  }

  /**
   * The layer alone.
   *
   * @throws UsageException if it does not exist
   */
  public Layer layer(Network network) {
    return otherwise.orNamed(layer, network);
  }

  /** Whether units were asked for. */
  public boolean hasUnits() {
    return units.isGiven();
  }

  /** Whether a layer or units were asked for. */
  public boolean areGiven() {
    return layer != null || hasUnits();
  }
}
