package io.github.unitscope.provenance;

import java.nio.file.Path;
import java.util.List;

/**
 * How a run was called.
 *
 * @param arguments the command and every option with its effective value, except where results go
 *     and how much is said; options whose values follow from the data and the model are not there
 *     unless they were given
 * @param threads that the run uses
 * @param reads the files and folders that the options name, without the output folder
 */
public record Invocation(List<String> arguments, int threads, List<Path> reads) {

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if there is no thread
   */
  public Invocation {
    arguments = List.copyOf(arguments);
    reads = List.copyOf(reads);
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, not " + threads);
    }
  }
}
