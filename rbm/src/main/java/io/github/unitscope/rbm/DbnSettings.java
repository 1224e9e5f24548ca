package io.github.unitscope.rbm;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.rbm.machine.VisibleUnits;
import io.github.unitscope.stacks.training.StackSettings;
import java.util.List;
import java.util.stream.IntStream;

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
    List<Integer> layers, VisibleUnits visibleUnits, RbmSettings first, RbmSettings upper)
    implements StackSettings {

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
    upper = upper.toBuilder().binarize(Binarization.NONE).build();
  }

  /**
   * Binary visible units, and all layers trained with {@link RbmSettings#DEFAULTS}.
   *
   * @param layers the number of hidden units of every layer, from the input upwards
   */
  public static DbnSettings of(List<Integer> layers) {
    return new DbnSettings(
        layers, VisibleUnits.BERNOULLI, RbmSettings.DEFAULTS, RbmSettings.DEFAULTS);
  }

  /** The same with {@code DbnSettings.of(500, 500)}. */
  public static DbnSettings of(int... layers) {
    return of(IntStream.of(layers).boxed().toList());
  }

  /** The same settings for another kind of visible units. */
  public DbnSettings withVisibleUnits(VisibleUnits units) {
    return new DbnSettings(layers, units, first, upper);
  }

  /** The same settings with another training of the first layer. */
  public DbnSettings withFirst(RbmSettings settings) {
    return new DbnSettings(layers, visibleUnits, settings, upper);
  }

  /** The same settings with another training of the layers above the first. */
  public DbnSettings withUpper(RbmSettings settings) {
    return new DbnSettings(layers, visibleUnits, first, settings);
  }

  /** The same settings with all layers trained alike. */
  public DbnSettings withAll(RbmSettings settings) {
    return new DbnSettings(layers, visibleUnits, settings, settings);
  }

  /** The settings of a layer, from 1. Data are made binary for the first layer only. */
  @Override
  public RbmSettings layer(int layer) {
    return (layer == 1 ? first : upper).withHidden(layers.get(layer - 1));
  }

  /** The kind of a layer's visible units, from 1. */
  VisibleUnits visibleUnits(int layer) {
    return layer == 1 ? visibleUnits : VisibleUnits.BERNOULLI;
  }
}
