package io.github.unitscope.experiments.command;

import io.github.unitscope.experiments.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** One command. Its fields carry JCommander's annotations. */
public interface Command {
  /** The words that call it, for example {@code train dbn}. */
  String name();

  /** One line for the list of commands. */
  String summary();

  /** Three command lines that show what it is for, without the name of the program. */
  List<String> examples();

  /**
   * Where within the output folder the manifest is: in the folder itself for most.
   *
   * @param out the output folder
   */
  default Path runFolder(Path out) {
    return out;
  }

  /**
   * Does the work.
   *
   * @throws IOException if a file cannot be read or written
   */
  void run(Terminal terminal) throws IOException;
}
