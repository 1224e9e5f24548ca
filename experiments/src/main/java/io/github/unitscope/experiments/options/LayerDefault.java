package io.github.unitscope.experiments.options;

import io.github.unitscope.experiments.command.UsageException;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import java.util.List;

/** Which layer is looked at if none is asked for; there is one in every network. */
public enum LayerDefault {
  /** The second: the lowest whose units are more than filters. */
  SECOND("2, or the only one") {
    @Override
    Layer of(Network network) {
      return network.layer(Math.min(2, network.layers().size()));
    }
  },
  /** The highest with feature maps. */
  FEATURE_MAPS("the highest with feature maps, or the highest") {
    @Override
    Layer of(Network network) {
      List<Layer> layers = network.layers();
      return layers.stream()
          .filter(some -> some.places() > 1)
          .reduce((lower, higher) -> higher)
          .orElse(layers.get(layers.size() - 1));
    }
  },
  /** The highest: of a classifier, its classes. */
  HIGHEST("the highest") {
    @Override
    Layer of(Network network) {
      return network.layer(network.layers().size());
    }
  };

  private final String words;

  LayerDefault(String words) {
    this.words = words;
  }

  /** Which it is, for help texts. */
  public String words() {
    return words;
  }

  abstract Layer of(Network network);

  /**
   * The layer that was asked for, or this one.
   *
   * @param name a name or a number from 1; null for none
   * @throws UsageException if there is no such layer
   */
  public Layer orNamed(String name, Network network) {
    return name == null ? of(network) : UsageException.check(() -> network.layer(name));
  }
}
