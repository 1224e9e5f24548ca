package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import java.util.OptionalDouble;

/** Settings for any network. Immutable; {@link Presets} has those of published work. */
@FunctionalInterface
public interface Preset {

  /**
   * The settings for a network, of which some may be changed before they are built.
   *
   * @param norm of typical images; empty where it is not known
   * @throws io.github.unitscope.network.message.InvalidInputException if the norm is needed and not
   *     known
   */
  MaximizationSettings.Builder settings(Network network, OptionalDouble norm);

  /** What is maximized unless something else is asked for. */
  default Quantity quantity() {
    return Quantity.PREACTIVATION;
  }
}
