package io.github.unitscope.experiments.cli;

import com.beust.jcommander.Parameter;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.Comparator;
import java.util.List;

/** Options that choose units of several layers. */
public final class LayersOptions {
  @Parameter(
      names = "--layers",
      description = "Layers to look at, their numbers from 1 or their names; by default all")
  private List<String> layers = List.of();

  @Parameter(
      names = "--units",
      description = "Units of each layer, from 0: 7 or 0-35 or 3,7,20-25 or all")
  private String units = "all";

  @Parameter(
      names = "--at",
      description =
          "Of layers that convolve, the neuron of each channel at a place, ROW,COLUMN or centre")
  private String at;

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
            : layers.stream()
                .map(name -> UsageException.check(() -> network.layer(name)))
                .distinct()
                .sorted(Comparator.comparingInt(Layer::index))
                .toList();
    return chosen.stream()
        .map(
            layer ->
                new UnitOptions.Selection(
                    UsageException.check(() -> UnitOptions.choice(layer, at)),
                    UnitOptions.parse(units, layer)))
        .toList();
  }
}
