package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.List;
import java.util.TreeSet;

/** Options that choose units of several layers. */
public final class LayersOptions {
  @Parameter(names = "--layers", description = "Layers to look at, from 1; by default all")
  private List<Integer> layers = List.of();

  @Parameter(
      names = "--units",
      description = "Units of each layer, from 0: 7 or 0-35 or 3,7,20-25 or all")
  private String units = "all";

  /**
   * What is meant on a network.
   *
   * @return a selection a layer, in ascending order
   * @throws UsageException if a layer or unit does not exist or the list cannot be read
   */
  public List<UnitOptions.Selection> on(Network network) {
    List<Layer> chosen =
        layers.isEmpty()
            ? network.layers()
            : new TreeSet<>(layers)
                .stream().map(i -> UsageException.check(() -> network.layer(i))).toList();
    return chosen.stream()
        .map(layer -> new UnitOptions.Selection(layer, UnitOptions.parse(units, layer)))
        .toList();
  }
}
