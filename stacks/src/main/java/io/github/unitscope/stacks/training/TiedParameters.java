package io.github.unitscope.stacks.training;

import io.github.unitscope.network.numerics.Matrix;
import io.github.unitscope.network.storage.KeptState;
import io.github.unitscope.network.storage.StateArrays;

/**
 * The parameters of a layer whose weights go both ways, to be kept and set.
 *
 * @param weights [visible, hidden]
 * @param visibleBias [visible]
 * @param hiddenBias [hidden]
 */
public record TiedParameters(Matrix weights, float[] visibleBias, float[] hiddenBias) {
  private static final String WEIGHTS = "weights";
  private static final String VISIBLE_BIAS = "visible_bias";
  private static final String HIDDEN_BIAS = "hidden_bias";

  StateArrays state() {
    return new StateArrays()
        .put(WEIGHTS, weights)
        .put(VISIBLE_BIAS, visibleBias)
        .put(HIDDEN_BIAS, hiddenBias);
  }

  void restore(KeptState kept) {
    kept.into(WEIGHTS, weights);
    kept.into(VISIBLE_BIAS, visibleBias);
    kept.into(HIDDEN_BIAS, hiddenBias);
  }
}
