package io.github.unitscope.experiments.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterException;
import java.util.List;

/** Reads the options of a command. */
public final class CommandParser {
  private final JCommander parser;
  private final Command command;

  /**
   * @param global options that every command has
   * @param command whose fields take the options
   */
  public CommandParser(GlobalOptions global, Command command) {
    this.command = command;
    this.parser =
        JCommander.newBuilder()
            .programName("unitscope " + command.name())
            .addObject(global)
            .addObject(command)
            .build();
  }

  /**
   * Reads options into the command.
   *
   * @throws UsageException if one is not known or has a value that cannot be read
   */
  public void parse(List<String> options) {
    try {
      parser.parse(options.toArray(String[]::new));
    } catch (ParameterException e) {
      String message = e.getMessage().lines().findFirst().orElse("wrong options");
      if (message.startsWith("Was passed main parameter")) {
        message = "unknown option " + message.replaceAll("^[^']*('[^']*').*$", "$1");
      }
      throw new UsageException("%s: see ./unitscope %s --help".formatted(message, command.name()));
    }
  }

  /** The options with their defaults. */
  public JCommander options() {
    return parser;
  }
}
