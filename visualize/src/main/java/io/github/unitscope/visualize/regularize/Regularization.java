package io.github.unitscope.visualize.regularize;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What keeps an image plain: what it pays, or what is done to it between steps. Immutable. */
public sealed interface Regularization permits Regularizer, ImageFilter {

  /** Stands in manifests, which list filters and penalties together. */
  @JsonProperty("filter")
  default boolean isFilter() {
    return this instanceof ImageFilter;
  }

  /** As it is written on the command line, for example {@code tv=0.25}. */
  String describe();
}
