package io.github.unitscope.experiments.run;

import java.util.List;

/**
 * How a run was called.
 *
 * @param arguments the command and every option with its effective value, except where results go
 *     and how much is said; options whose values follow from the data and the model are not there
 *     unless they were given
 * @param threads that the run uses
 */
public record Invocation(List<String> arguments, int threads) {

  /**
   * Copies the arguments.
   *
   * @throws IllegalArgumentException if there is no thread
   */
  public Invocation {
    arguments = List.copyOf(arguments);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }
}
