package io.github.unitscope.experiments.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import io.github.unitscope.experiments.Unitscope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The rule of CONTRIBUTING.md: a default stands in the settings, the option's field begins with it
 * and the help prints it; or it depends on something, and the description says on what.
 */
class OptionDefaultsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  /** The field after an annotation whose parentheses hold no others, with its first value. */
  private static final Pattern OPTION =
      Pattern.compile(
          "@Parameter\\((?:\"(?:\\\\.|[^\"\\\\])*\"|[^\"()])*\\)\\s+private ([^;=]*?)(?:= ([^;]*))?;");

  private static final Pattern WRITTEN_DEFAULT = Pattern.compile("\"[^\"]*Default: [0-9][^\"]*\"");

  /** A constant that is a number; whether it is called a default, and what of. */
  private static final Pattern CONSTANT =
      Pattern.compile(
          "static final (?:int|long|float|double) (DEFAULT_)?([A-Z_0-9]+) = (-?[0-9][0-9._eE-]*);");

  static Stream<Command> commands() {
    return Unitscope.commands().stream();
  }

  private static List<ParameterDescription> options(Command command) {
    JCommander parser = new CommandParser(new GlobalOptions(), command).options();
    parser.createDescriptions();
    return parser.getParameters();
  }

  private static String description(ParameterDescription option) {
    String text = option.getParameterAnnotation().description();
    if (option.getObject() instanceof Explained explained) {
      for (var word : explained.words().entrySet()) {
        text = text.replace("{" + word.getKey() + "}", word.getValue());
      }
    }
    return text;
  }

  private static boolean isLeftOpen(ParameterDescription option) {
    Object value = option.getParameterized().get(option.getObject());
    return value == null || value instanceof Collection<?> several && several.isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anOptionHasAValueOrSaysWhatItIsOtherwise(Command command) {
    for (ParameterDescription option : options(command)) {
      String text = description(option);
      String name = command.name() + " " + option.getLongestName();
      if (isLeftOpen(option)) {
        assertTrue(text.matches("(?s).*(Default: .+|Required\\.?)"), name + ": " + text);
      } else {
        assertFalse(text.contains("Default: "), name + " has its default twice: " + text);
      }
    }
  }

  @Test
  void noOptionMakesUpItsDefault() throws IOException {
    List<String> madeUp = new ArrayList<>();
    int options = 0;
    for (Path file : sources(SOURCES)) {
      String source = Files.readString(file);
      List<MatchResult> found = OPTION.matcher(source).results().toList();
      assertEquals(source.split("@Parameter\\(", -1).length - 1, found.size(), file.toString());
      options += found.size();
      for (MatchResult option : found) {
        if (option.group(2) != null && option.group(2).matches("(?s).*(\\b[0-9]|\").*")) {
          madeUp.add(file.getFileName() + ": " + option.group(1) + "= " + option.group(2));
        }
      }
    }
    assertTrue(options > 100, "only " + options);
    assertEquals(List.of(), madeUp);
  }

  @Test
  void noDescriptionWritesTheNumberOfItsDefault() throws IOException {
    List<String> written = new ArrayList<>();
    for (Path file : sources(SOURCES)) {
      Matcher found = WRITTEN_DEFAULT.matcher(Files.readString(file));
      while (found.find()) {
        written.add(file.getFileName() + ": " + found.group());
      }
    }
    assertEquals(List.of(), written);
  }

  /** A {@code DEFAULT_X} is the only constant called X or DEFAULT_X with its number. */
  @Test
  void noDefaultStandsInTwoClasses() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    Set<String> defaults = new HashSet<>();
    for (Path module : modules()) {
      for (Path file : sources(module.resolve(SOURCES))) {
        Matcher constant = CONSTANT.matcher(Files.readString(file));
        while (constant.find()) {
          String key = constant.group(2) + " = " + constant.group(3).replace("_", "");
          places.computeIfAbsent(key, any -> new ArrayList<>()).add(file.getFileName().toString());
          if (constant.group(1) != null) {
            defaults.add(key);
          }
        }
      }
    }
    assertTrue(defaults.size() > 10, "only " + defaults);
    places.keySet().retainAll(defaults);
    places.values().removeIf(files -> files.size() == 1);
    assertEquals(Map.of(), places);
  }

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(".."))) {
      return folders.filter(folder -> Files.isDirectory(folder.resolve(SOURCES))).sorted().toList();
    }
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
