package io.github.unitscope.visualize.maximize;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** How an image moves, and when it stops. Immutable. */
public sealed interface Ascent permits ProjectedGradient, StepRule {

  /** What is used unless something else is asked for. */
  ProjectedGradient DEFAULTS = new ProjectedGradient(1000, 1e-3);

  /** The greatest number of gradient evaluations of a row, but for one at the end. */
  @JsonIgnore
  int mostSteps();

  /** One line for figures, with every setting. */
  String describe();
}
