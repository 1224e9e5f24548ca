package io.github.unitscope.rbm;

import io.github.unitscope.network.InvalidInputException;
import java.util.List;

/**
 * How a deep belief network is trained.
 *
 * @param layers the number of hidden units of every layer, from the input upwards
 * @param rbm how every layer is trained; its own number of hidden units is not used
 */
public record DbnSettings(List<Integer> layers, RbmSettings rbm) {

  /**
   * @throws InvalidInputException if there is no layer, or one has no units
   */
  public DbnSettings {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new InvalidInputException("a deep belief network needs at least one layer");
    }
    layers.forEach(rbm::withHidden);
  }

  /** The settings of a layer, from 1. Data are made binary for the first layer only. */
  RbmSettings layer(int layer) {
    RbmSettings settings = rbm.withHidden(layers.get(layer - 1));
    return layer == 1 ? settings : settings.withBinarize(Binarization.NONE);
  }
}
