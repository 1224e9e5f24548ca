package io.github.unitscope.visualize.regularize;

/** What keeps an image plain: what it pays, or what is done to it between steps. Immutable. */
public sealed interface Regularization permits Regularizer, ImageFilter {

  /** As it is written on the command line, for example {@code tv=0.25}. */
  String describe();
}
