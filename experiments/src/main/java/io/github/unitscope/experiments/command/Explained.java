package io.github.unitscope.experiments.command;

import java.util.Map;

/**
 * Options whose descriptions depend on more than their annotations: on the command that has them,
 * or on names that are registered elsewhere.
 */
public interface Explained {
  /** What stands for a word in braces, by the word: for {@code {layer}} that of {@code layer}. */
  Map<String, String> words();
}
