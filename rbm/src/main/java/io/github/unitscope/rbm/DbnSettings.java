package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;

/**
 * How a deep belief network is trained. Pixels are not like hidden units: the first layer has
 * settings of its own.
 *
 * @param layers the number of hidden units of every layer, from the input upwards
 * @param visibleUnits what the pixels are; all other units are binary
 * @param first how the first layer is trained; its own number of hidden units is not used
 * @param upper how the layers above it are trained; nor is theirs
 */
public record DbnSettings(
    List<Integer> layers, VisibleUnits visibleUnits, RbmSettings first, RbmSettings upper) {

  /**
   * @throws InvalidInputException if there is no layer, one has no units, or real numbers are to be
   *     made binary
   */
  public DbnSettings {
    layers = List.copyOf(layers);
    if (layers.isEmpty()) {
      throw new InvalidInputException("a deep belief network needs at least one layer");
    }
    layers.forEach(first::withHidden);
    if (visibleUnits == VisibleUnits.GAUSSIAN && first.binarize() != Binarization.NONE) {
      throw new InvalidInputException("Gaussian visible units cannot be made binary");
    }
    upper = upper.withBinarize(Binarization.NONE);
  }

  /** Binary visible units, and all layers trained alike. */
  public DbnSettings(List<Integer> layers, RbmSettings all) {
    this(layers, VisibleUnits.BERNOULLI, all, all);
  }

  /** The settings of a layer, from 1. Data are made binary for the first layer only. */
  RbmSettings layer(int layer) {
    return (layer == 1 ? first : upper).withHidden(layers.get(layer - 1));
  }

  /** The kind of a layer's visible units, from 1. */
  VisibleUnits visibleUnits(int layer) {
    return layer == 1 ? visibleUnits : VisibleUnits.BERNOULLI;
  }

  /** The epochs of all layers. */
  public int totalEpochs() {
    return first.epochs() + (layers.size() - 1) * upper.epochs();
  }
}
