package io.github.unitscope.experiments.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Reads the options of a command. */
public final class CommandParser {
  private final GlobalOptions global;
  private final Command command;
  private final JCommander parser;

  /**
   * @param global options that every command has
   * @param command whose fields take the options
   */
  public CommandParser(GlobalOptions global, Command command) {
    this.global = global;
    this.command = command;
    this.parser = parser();
  }

  private JCommander parser() {
    return JCommander.newBuilder()
        .programName("unitscope " + command.name())
        // A word may come from a manifest, and @ would make it name a file to read.
        .expandAtSign(false)
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
    } catch (IndexOutOfBoundsException e) {
      // JCommander's, where -- stands in place of a value.
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "the value of an option is missing: see ./unitscope %s --help",
              command.name()));
    } catch (ParameterException | InvalidPathException e) {
      String message = e.getMessage().lines().findFirst().orElse("wrong options");
      if (message.startsWith("Was passed main parameter")) {
        message = "unknown option " + message.replaceAll("^[^']*('[^']*').*$", "$1");
      }
      throw new UsageException(
          String.format(Locale.ROOT, "%s: see ./unitscope %s --help", message, command.name()));
    }
    requireNoEmptyValue();
    List<String> arguments = arguments();
    List<Path> reads = EffectiveOptions.readPaths(parser);
    parser.getFields().values().stream()
        .map(ParameterDescription::getObject)
        .distinct()
        .filter(Called.class::isInstance)
        .forEach(called -> ((Called) called).calledWith(arguments, reads));
  }

  /**
   * JCommander takes an empty text, and a comma alone, for a list of nothing, and Java an empty
   * path for the current folder: both are variables of a shell that were not set.
   */
  private void requireNoEmptyValue() {
    for (ParameterDescription option : parser.getFields().values()) {
      Object value = option.getParameterized().get(option.getObject());
      if (option.isAssigned() && isEmpty(value)) {
        throw new UsageException(
            String.format(
                Locale.ROOT,
                "%s has an empty value: see ./unitscope %s --help",
                option.getLongestName(),
                command.name()));
      }
    }
  }

  private static boolean isEmpty(Object value) {
    return value instanceof Collection<?> list && list.isEmpty()
        || value instanceof Path path && path.toString().isEmpty();
  }

  /** The command and its effective options, as words that parse to the same again. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(command.name().split(" ")));
    arguments.addAll(EffectiveOptions.of(parser));
    return arguments;
  }

  /** Whether the command leaves a run folder. */
  public boolean leavesRun() {
    return has(RunOptions.class);
  }

  /** Whether the command can go on with what it left unfinished. */
  public boolean canResume() {
    return has(ResumeOptions.class);
  }

  private boolean has(Class<?> options) {
    // One of its own: a parser knows the fields only when it has parsed, and callers ask before.
    JCommander described = parser();
    described.createDescriptions();
    return described.getFields().values().stream()
        .anyMatch(option -> options.isInstance(option.getObject()));
  }

  /** The options with their defaults. */
  public JCommander options() {
    return parser;
  }
}
