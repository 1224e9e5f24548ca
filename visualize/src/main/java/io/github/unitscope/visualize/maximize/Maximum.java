package io.github.unitscope.visualize.maximize;

/**
 * What an ascent found.
 *
 * @param start the image before the first step, as allowed by the constraint
 * @param image the best image
 * @param value of the objective at that image
 * @param residual the norm of the gradient's feasible part over the norm of the gradient, there;
 *     NaN where there is no gradient
 * @param steps how many gradients were evaluated
 * @param reason why it stopped
 * @param history the values of the images that were accepted, the start first, the best last; of a
 *     fixed number of steps the value at each, as seen through the transforms
 */
public record Maximum(
    float[] start,
    float[] image,
    double value,
    double residual,
    int steps,
    StopReason reason,
    double[] history) {

  /** Whether the residual fell to the tolerance. */
  public boolean converged() {
    return reason.isConverged();
  }

  /**
   * Whether the image may not be what it was meant to be: the ascent was to converge and did not,
   * or had no gradient to follow. Else it is {@linkplain StopReason#isSettled settled}.
   */
  public boolean isDoubtful() {
    return !reason.isSettled();
  }
}
