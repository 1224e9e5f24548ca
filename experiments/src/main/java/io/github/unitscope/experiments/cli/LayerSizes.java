package io.github.unitscope.experiments.cli;

import java.util.List;

/** What {@code --layers} of a training says. */
final class LayerSizes {
  private LayerSizes() {}

  /**
   * @throws UsageException if there is no layer, or one without units
   */
  static void require(List<Integer> layers) {
    if (layers.isEmpty() || layers.stream().anyMatch(units -> units == null || units < 1)) {
      throw new UsageException(
          "--layers needs the number of units of each layer, for example 500,500");
    }
  }
}
