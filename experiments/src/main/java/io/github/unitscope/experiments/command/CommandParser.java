package io.github.unitscope.experiments.command;

import com.beust.jcommander.IStringConverter;
import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        // JCommander's own way with them capitalizes as the locale does: a Turkish i gets a dot.
        .addConverterInstanceFactory(CommandParser::forEnum)
        .addObject(global)
        .addObject(command)
        .build();
  }

  private static IStringConverter<?> forEnum(Parameter parameter, Class<?> type, String name) {
    return type.isEnum() ? word -> constant(type, name, word) : null;
  }

  private static Object constant(Class<?> type, String name, String word) {
    List<String> words = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(word.toUpperCase(Locale.ROOT))) {
        return constant;
      }
      words.add(EnumWord.of((Enum<?>) constant));
    }
    throw new ParameterException(
        String.format(
            Locale.ROOT,
            "%s: unknown value '%s'; expected one of %s",
            name,
            word,
            String.join(", ", words)));
  }

  /**
   * Reads options into the command.
   *
   * @throws UsageException if one is not known or has a value that cannot be read
   */
  public void parse(List<String> options) {
    options.forEach(this::requireAsItIsMeant);
    try {
      parser.parse(options.toArray(String[]::new));
      requireUnchanged(options);
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
        String option = message.replaceAll("^[^']*'([^']*)'.*$", "$1");
        message =
            RenamedOptions.advice(command.name(), option)
                .orElse(String.format(Locale.ROOT, "unknown option '%s'", option));
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
        .filter(InvocationAware.class::isInstance)
        .forEach(called -> ((InvocationAware) called).calledWith(arguments, reads));
  }

  /** Takes the command's options as they were set, without any words. */
  public void acceptAsSet() {
    parse(List.of());
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

  /** JCommander takes a word with blanks or quotes around it for the option that it is without. */
  private void requireAsItIsMeant(String word) {
    String read = asJCommanderReads(word);
    if (read.startsWith("-") && !read.equals(word) && isOption(read)) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "'%s' is not an option: write %s, without blanks or quotes around it",
              word,
              read));
    }
  }

  private static String asJCommanderReads(String word) {
    String trimmed = word.trim();
    boolean quoted = trimmed.length() > 1 && trimmed.startsWith("\"") && trimmed.endsWith("\"");
    return quoted ? trimmed.substring(1, trimmed.length() - 1) : trimmed;
  }

  private boolean isOption(String word) {
    return described().stream()
        .flatMap(option -> Stream.of(option.getParameterAnnotation().names()))
        .anyMatch(word::equals);
  }

  /** What is no option's value loses blanks and quotes around it: another folder would be read. */
  private void requireUnchanged(List<String> words) {
    ParameterDescription nameless = parser.getMainParameterValue();
    if (nameless == null) {
      return;
    }
    Collection<?> values = (Collection<?>) nameless.getParameterized().get(nameless.getObject());
    for (String word : words) {
      String read = asJCommanderReads(word);
      if (!read.equals(word) && values.stream().anyMatch(value -> isReadFrom(read, value))) {
        throw new UsageException(
            String.format(
                Locale.ROOT,
                "'%s' has blanks or quotes around it: put ./ before it and / behind it",
                word));
      }
    }
  }

  private static boolean isReadFrom(String word, Object value) {
    return value instanceof Path path
        ? path.equals(path.getFileSystem().getPath(word))
        : value.equals(word);
  }

  /** The command and its effective options, as words that parse to the same again. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>(List.of(command.name().split(" ")));
    arguments.addAll(EffectiveOptions.of(parser));
    return arguments;
  }

  /** The command and those of its options that differ from another's. */
  public List<String> argumentsUnlike(Command other) {
    CommandParser usual = new CommandParser(global, other);
    usual.parse(List.of());
    List<String> arguments = new ArrayList<>(List.of(command.name().split(" ")));
    Map<String, List<String>> theirs = EffectiveOptions.byName(usual.parser);
    EffectiveOptions.byName(parser)
        .forEach(
            (name, words) -> {
              if (!words.equals(theirs.get(name))) {
                arguments.addAll(words);
              }
            });
    return arguments;
  }

  /** Whether the command leaves a run folder. */
  public boolean leavesRun() {
    return has(InvocationAware.class);
  }

  /** Whether the command can go on with what it left unfinished. */
  public boolean canResume() {
    return has(Resumable.class);
  }

  private boolean has(Class<?> options) {
    return described().stream().anyMatch(option -> options.isInstance(option.getObject()));
  }

  /** The options; of a parser of its own, since one knows them only when it has parsed. */
  private Collection<ParameterDescription> described() {
    JCommander described = parser();
    described.createDescriptions();
    return described.getFields().values();
  }

  /** The names of the options that the words of the last {@link #parse} gave, as they were read. */
  public Set<String> given() {
    return parser.getFields().values().stream()
        .filter(ParameterDescription::isAssigned)
        .map(ParameterDescription::getLongestName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The options with their defaults. */
  public JCommander options() {
    return parser;
  }
}
