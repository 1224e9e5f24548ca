package io.github.unitscope.visualize.maximize;

/**
 * Why an ascent ended. An ascent has <i>converged</i> where the residual fell to its tolerance; it
 * is <i>settled</i> where it ended as it was meant to: converged, on a kink, or after its fixed
 * number of steps. The others are doubtful: their images may not be what they were meant to be.
 */
public enum StopReason {
  /** The residual fell to the tolerance. */
  CONVERGED,
  /** The largest number of steps was made before the residual fell to the tolerance. */
  STEP_LIMIT,
  /** No step, however short, raised the value: the limit of float32. */
  NO_PROGRESS,
  /** The gradient is zero or not a number: a dead or fully saturated unit. */
  NO_GRADIENT,
  /** All steps of an ascent with a fixed number of them were made. */
  ALL_STEPS,
  /**
   * In a network whose gradient jumps: no step, however short, raised the value, or many steps
   * raised it by next to nothing. As far as can be told a maximum that lies on a kink, where the
   * residual does not vanish.
   */
  KINK;

  /** Whether the residual fell to the tolerance. */
  public boolean isConverged() {
    return this == CONVERGED;
  }

  /** Whether the ascent ended as it was meant to. */
  public boolean isSettled() {
    return this == CONVERGED || this == KINK || this == ALL_STEPS;
  }
}
