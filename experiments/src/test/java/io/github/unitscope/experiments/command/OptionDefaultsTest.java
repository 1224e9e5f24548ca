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
import java.util.List;
import java.util.regex.MatchResult;
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
    for (Path file : sources()) {
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

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }
}
