package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.Comparator;
import java.util.List;

/** Options that choose units of several layers. */
public final class LayersOptions {
  @Parameter(
      names = {"--layers", "--layer"},
      description = "Layers to look at, their numbers from 1 or their names; by default all")
  private List<String> layers = List.of();

  @Parameter(
      names = "--units",
      description =
          "Units of each layer, from 0: 7 or 0-35 or 3,7,20-25 or all; by default all, but of a"
              + " gallery's layers that convolve the first channels")
  private String units;

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
    return on(network, network.layers(), Integer.MAX_VALUE);
  }

  /** Whether layers were asked for. */
  public boolean hasLayers() {
    return !layers.isEmpty();
  }

  /**
   * What is meant on a network.
   *
   * @param otherwise the layers if none were asked for
   * @param most how many units of a layer if none were asked for, the first ones
   * @return a selection a layer, in ascending order
   * @throws UsageException if a layer or unit does not exist or the list cannot be read
   */
  public List<UnitOptions.Selection> on(Network network, List<Layer> otherwise, int most) {
    List<Layer> chosen =
        layers.isEmpty()
            ? otherwise
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
                    units == null
                        ? UnitOptions.range(0, Math.min(most, layer.shape().channels()) - 1)
                        : UnitOptions.parse(units, layer)))
        .toList();
  }
}
