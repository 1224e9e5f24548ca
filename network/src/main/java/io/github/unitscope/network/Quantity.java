package io.github.unitscope.network;

/**
 * Which value of a unit is meant.
 *
 * <p>The optima of both are the same, since the non-linearity is monotone; but where it is
 * saturated only the pre-activation has a gradient to follow.
 */
public enum Quantity {
  /** What goes into the non-linearity: weights times input, plus bias. */
  PREACTIVATION,
  /** What comes out of the non-linearity. */
  ACTIVATION
}
