package io.github.unitscope.visualize.combine;

import io.github.unitscope.network.Network;
import io.github.unitscope.network.model.StoredModel;

/**
 * The picture of a unit as a combination of filters.
 *
 * @param unit from 0
 * @param image [inputs]
 * @param filters of layer 1 that are in it
 * @param share of the unit's sum of squared weights that the followed connections hold, in [0, 1]
 */
public record Combination(int unit, float[] image, int filters, double share) {

  /**
   * Linear combination from a program:
   *
   * <pre>{@code
   * CombinationResult found = Combination.of(dbn).layer(2).units(0, 1, 2).run();
   * }</pre>
   */
  public static CombinationRequest of(Network network) {
    return new CombinationRequest(network);
  }

  /** Of a model that {@code Models.read} gave. */
  public static CombinationRequest of(StoredModel model) {
    return of(model.network());
  }
}
