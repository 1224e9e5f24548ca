package io.github.unitscope.experiments.options;

import com.beust.jcommander.Parameter;
import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.Comparator;
import java.util.List;

/** The option that chooses whole layers. */
public final class LayerList {
  @Parameter(
      names = "--layers",
      description = "Layers to look at, their numbers from 1 or their names; by default all")
  private List<String> layers = List.of();

  /**
   * What is meant on a network.
   *
   * @return each layer once, in ascending order
   * @throws UsageException if one does not exist
   */
  public List<Layer> on(Network network) {
    if (layers.isEmpty()) {
      return network.layers();
    }
    return layers.stream()
        .map(name -> UsageException.check(() -> network.layer(name)))
        .distinct()
        .sorted(Comparator.comparingInt(Layer::index))
        .toList();
  }
}
