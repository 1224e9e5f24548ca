package io.github.unitscope.experiments.command;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code --help} says of a command: what it does, its options in groups, and examples. */
public final class HelpText {
  private static final int WIDTH = 100;
  private static final int INDENT = 22;

  private final Command command;
  private final JCommander parser;

  /**
   * @param command to explain
   * @param parser with its options
   */
  public HelpText(Command command, JCommander parser) {
    this.command = command;
    this.parser = parser;
    parser.createDescriptions();
  }

  /** The lines. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(wrapped("", 0, command.name() + ": " + command.summary()));
    lines.add("");
    lines.add("  ./unitscope " + command.name() + " [options]" + words());
    groups()
        .forEach(
            (group, options) -> {
              lines.add("");
              lines.add(group.title());
              options.forEach(option -> lines.addAll(lines(option)));
            });
    lines.add("");
    lines.add("Examples");
    command.examples().forEach(example -> lines.add("  ./unitscope " + example));
    return lines;
  }

  private String words() {
    ParameterDescription nameless = parser.getMainParameterValue();
    return nameless == null
        ? ""
        : " " + nameless.getParameterAnnotation().description().replaceAll(":.*", "");
  }

  private Map<Group, List<ParameterDescription>> groups() {
    return parser.getParameters().stream()
        .filter(option -> !option.getParameterAnnotation().hidden())
        .sorted(Comparator.comparing(HelpText::name))
        .collect(Collectors.groupingBy(HelpText::group, TreeMap::new, Collectors.toList()));
  }

  private static String name(ParameterDescription option) {
    return option.getParameterAnnotation().names()[0];
  }

  private static Group group(ParameterDescription option) {
    Class<?> type = option.getObject().getClass();
    OptionGroup own = null;
    try {
      own =
          type.getDeclaredField(option.getParameterized().getName())
              .getAnnotation(OptionGroup.class);
    } catch (NoSuchFieldException e) {
      // A setter; there is none here today.
    }
    OptionGroup ofAll = type.getAnnotation(OptionGroup.class);
    return own != null ? own.value() : ofAll != null ? ofAll.value() : Group.HOW;
  }

  private static List<String> lines(ParameterDescription option) {
    String names = String.join(", ", option.getParameterAnnotation().names());
    return wrapped("  " + names, INDENT, description(option));
  }

  private static String description(ParameterDescription option) {
    String text = option.getParameterAnnotation().description();
    if (option.getObject() instanceof Explained explained) {
      for (Map.Entry<String, String> word : explained.words().entrySet()) {
        text = text.replace("{" + word.getKey() + "}", word.getValue());
      }
    }
    String[] parts = text.split("(?=Default: )", 2);
    StringBuilder description = new StringBuilder(parts[0].strip());
    Class<?> type = option.getParameterized().getType();
    if (type.isEnum() && !text.matches(listing(type))) {
      sentence(description, "One of " + constants(type));
    }
    if (parts.length > 1) {
      sentence(description, parts[1]);
      return description.toString();
    }
    Object value = option.getParameterized().get(option.getObject());
    boolean isNothing =
        value == null
            || value instanceof Boolean
            || value instanceof Collection<?> several && several.isEmpty();
    if (!isNothing) {
      sentence(description, "Default: " + word(value));
    }
    return description.toString();
  }

  private static void sentence(StringBuilder text, String next) {
    text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ").append(next);
  }

  /** Of a text that explains every constant, so that it need not list them. */
  private static String listing(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> "(?=.*\\b" + word(constant) + "\\b)")
        .collect(Collectors.joining("", "(?s)", ".*"));
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(HelpText::word)
        .collect(Collectors.joining(", "));
  }

  private static String word(Object value) {
    if (value instanceof Enum<?> constant) {
      return EnumWord.of(constant);
    }
    if (value instanceof Double number) {
      return new BigDecimal(String.valueOf(number)).stripTrailingZeros().toPlainString();
    }
    return value instanceof Collection<?> several
        ? several.stream().map(HelpText::word).collect(Collectors.joining(","))
        : String.valueOf(value);
  }

  /** A text in lines, with a head before the first that has its own line where it is long. */
  private static List<String> wrapped(String head, int indent, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(head);
    if (indent > 0) {
      if (head.length() > indent - 2) {
        lines.add(head);
        line.setLength(0);
      }
      line.append(" ".repeat(indent - line.length()));
    }
    boolean isFirst = true;
    for (String word : text.split(" ")) {
      if (!isFirst && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(indent));
        isFirst = true;
      }
      line.append(isFirst ? "" : " ").append(word);
      isFirst = false;
    }
    lines.add(line.toString());
    return lines;
  }
}
