package io.github.unitscope.experiments.options;

import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import java.util.List;

/**
 * Units of one layer; manifests record it.
 *
 * @param layer from 1
 * @param place of the neurons, as in {@link io.github.unitscope.visualize.select.UnitSelector};
 *     null for whole channels and for layers without places
 * @param units from 0, ascending; channels where units have places
 */
public record LayerUnits(int layer, Integer place, List<Integer> units) {
  /**
   * What options choose of a layer.
   *
   * @param most how many units if none were asked for, the first ones
   * @throws UsageException if there is no such unit or place
   */
  public static LayerUnits of(Layer layer, NeuronOption at, UnitsOption units, int most) {
    Integer place = UsageException.check(() -> at.of(layer)).place();
    return new LayerUnits(layer.index(), place, units.of(layer, most));
  }
}
