package io.github.unitscope.visualize.maximize;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How an image moves, and when it stops. Immutable; a new one is a class that implements this, or
 * {@link StepRule} where every step only looks at the gradient.
 */
public interface Ascent {

  /** What is used unless something else is asked for. */
  ProjectedGradient DEFAULTS = new ProjectedGradient(1000, 1e-3);

  /** The greatest number of gradient evaluations of a row, but for one at the end. */
  @JsonIgnore
  int mostSteps();

  /** The same with another number of steps. */
  Ascent withSteps(int steps);

  /**
   * Whether it makes all its steps whatever the values are. An ascent that does not compares the
   * value of one step with that of the next, which only pixels without transforms, filters,
   * redirection and diversity allow.
   */
  boolean makesAllSteps();

  /**
   * Begins an ascent of one row.
   *
   * @param parameters how many are moved
   * @param constraint where the image must stay; it is projected after every move
   * @param smooth whether the network's gradient is continuous
   */
  Climb climb(int parameters, Constraint constraint, boolean smooth);

  /** One line for figures, with every setting. */
  String describe();
}
