package io.github.unitscope.experiments.command;

import java.nio.file.Path;
import java.util.List;

/**
 * Options that are told the whole command line that they are part of; they mark commands that leave
 * a run folder.
 */
public interface InvocationAware {
  /**
   * Told after every parse.
   *
   * @param arguments as {@link io.github.unitscope.provenance.Invocation} holds them
   * @param reads the files and folders that options name, but the output folder
   */
  void calledWith(List<String> arguments, List<Path> reads);
}
