package io.github.unitscope.experiments.command;

import com.beust.jcommander.Parameter;

/** Options of every command. */
@OptionGroup(Group.OUTPUT)
public final class GlobalOptions {
  @Parameter(names = "--quiet", description = "Print nothing but errors")
  private boolean quiet;

  @OptionGroup(Group.ADVANCED)
  @Parameter(names = "--verbose", description = "Print the stack trace of an error")
  private boolean verbose;

  @Parameter(
      names = {"--help", "-h"},
      help = true,
      description = "Show this help")
  private boolean help;

  /** Whether nothing but errors is said. */
  public boolean quiet() {
    return quiet;
  }

  /** Whether errors come with a stack trace. */
  public boolean verbose() {
    return verbose;
  }

  /** Whether only the help was asked for. */
  public boolean help() {
    return help;
  }
}
