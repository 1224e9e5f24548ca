package io.github.unitscope.visualize.maximize;

import java.util.Optional;

/** One ascent on its way: moves the parameters of one row, step after step. */
@FunctionalInterface
public interface Climb {

  /**
   * Takes what was found at the parameters, and moves them to where it wants to look next.
   *
   * @param step from 1
   * @param value of the objective there, without what the image pays
   * @param gradient [parameters] of that value
   * @param parameters [parameters], changed in place
   * @return why it ends here; empty to go on
   */
  Optional<StopReason> move(int step, double value, float[] gradient, float[] parameters);

  /**
   * The best place, where the ascent knows it. Where it does not, the best image that was seen is
   * looked at once more; the last one where values of steps cannot be compared.
   */
  default Optional<Summit> summit() {
    return Optional.empty();
  }

  /**
   * A place whose value is known.
   *
   * @param parameters [parameters]
   * @param value of the objective there, without what the image pays
   * @param residual the norm of the gradient's feasible part over the norm of the gradient
   * @param history the values on the way
   */
  record Summit(float[] parameters, double value, double residual, double[] history) {}
}
