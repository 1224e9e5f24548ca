package io.github.unitscope.experiments.unimodality;

import io.github.unitscope.experiments.options.LayerUnits;
import io.github.unitscope.network.Network;
import io.github.unitscope.visualize.select.UnitSelector;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is kept at once when it is done: the ascents of a few units.
 *
 * @param model its name
 * @param layer from 1
 * @param place of the neurons; null for whole channels and layers without places
 * @param units from 0, ascending
 */
record Part(String model, int layer, Integer place, List<Integer> units) {
  /** A few seconds of work, and 4 MB of images for 50 restarts of MNIST. */
  private static final int UNITS = 25;

  /** The parts of a layer, in the order of its units. */
  static List<Part> of(String model, LayerUnits layer) {
    List<Part> parts = new ArrayList<>();
    for (int from = 0; from < layer.units().size(); from += UNITS) {
      int to = Math.min(from + UNITS, layer.units().size());
      parts.add(new Part(model, layer.layer(), layer.place(), layer.units().subList(from, to)));
    }
    return parts;
  }

  /** What the numbers of units mean. */
  UnitSelector choice(Network network) {
    return new UnitSelector(network.layer(layer), place);
  }

  String fileName() {
    return String.format(Locale.ROOT, "%s-layer%d-unit%d.npz", model, layer, units.get(0));
  }
}
