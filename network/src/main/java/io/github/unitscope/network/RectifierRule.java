package io.github.unitscope.network;

/**
 * How a signal goes back through rectified units, y = max(0, x).
 *
 * <p>Only {@link #GRADIENT} is the gradient. The others are what the literature puts in its place,
 * and what they give must be called by their name.
 */
public enum RectifierRule {
  /** The derivative: passes where the unit was on. */
  GRADIENT,
  /**
   * The derivative, except where that would stop everything: a row in which no signal passes at all
   * lets through what would turn units on (Olah et al. 2017, public implementation).
   */
  REDIRECTED,
  /** Passes what is positive, whether the unit was on or off (Zeiler and Fergus 2013). */
  DECONVNET,
  /** Passes what is positive where the unit was on (Springenberg et al. 2015). */
  GUIDED
}
