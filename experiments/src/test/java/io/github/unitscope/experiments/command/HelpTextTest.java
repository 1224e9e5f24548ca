package io.github.unitscope.experiments.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.experiments.Unitscope;
import io.github.unitscope.visualize.regularize.Regularizers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HelpTextTest {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Stream<String> names() {
    return Unitscope.commands().stream().map(Command::name);
  }

  private static Command named(String name) {
    return Unitscope.commands().stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> lines(String name) {
    Command command = named(name);
    return new HelpText(command, new CommandParser(new GlobalOptions(), command).options()).lines();
  }

  /** As a paragraph, so that the ends of lines do not matter. */
  private static String text(String name) {
    return lines(name).stream().map(String::strip).collect(Collectors.joining(" "));
  }

  private static List<String> words(String line) {
    Matcher matcher = WORD.matcher(line);
    return matcher
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("names")
  void threeExamplesCanBeParsed(String name) {
    List<String> examples = named(name).examples();
    assertEquals(3, new HashSet<>(examples).size(), name);
    for (String example : examples) {
      assertTrue((example + " ").startsWith(name + " "), example);
      List<String> words = words(example.substring(name.length()));
      CommandParser parser = new CommandParser(new GlobalOptions(), named(name));
      assertDoesNotThrow(() -> parser.parse(words), example);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyWordInBracesIsFilled(String name) {
    assertFalse(text(name).matches("(?s).*\\{[a-zA-Z]+\\}.*"), text(name));
  }

  @ParameterizedTest
  @MethodSource("names")
  void linesFitAndDefaultsStandAtTheEnd(String name) {
    assertTrue(lines(name).stream().allMatch(line -> line.length() <= 110), name);
    assertFalse(text(name).toLowerCase(Locale.ROOT).contains("by default"), text(name));
  }

  @Test
  void namesComeFromTheRegistry() {
    assertTrue(text("maximize").contains(String.join(", ", Regularizers.names())));
  }

  @Test
  void aDefaultIsWrittenAsPeopleWriteIt() {
    assertTrue(
        text("train dbn").contains("Default: 0.0002; 0 with --algorithm ptt"), text("train dbn"));
    assertTrue(text("train dbn").contains("Default: 500,500,500 "), text("train dbn"));
  }

  /** The values of an option stand once, in its description or behind it. */
  @Test
  void valuesAreListedOnce() {
    assertTrue(text("train dbn").contains("threshold or sample. Default: none"));
    assertTrue(text("finetune").contains("One of momentum, adam. Default: momentum"));
  }

  @Test
  void patchOptionsStandOnlyWherePatchesCanBeUsed() {
    for (String name : List.of("likelihood", "probe", "finetune", "train convnet", "evolve")) {
      assertFalse(text(name).contains("--whitening"), name);
    }
    assertTrue(text("train dbn").contains("--whitening"));
  }

  @Test
  void whatFewNeedStandsUnderAdvanced() {
    List<String> lines = lines("maximize");
    int advanced = lines.indexOf("Advanced");
    for (String option : List.of("--memory", "--redirect", "--momentum", "--data-dir")) {
      int line =
          lines.indexOf(
              lines.stream()
                  .filter(some -> Arrays.asList(some.strip().split(" ")).get(0).equals(option))
                  .findFirst()
                  .orElseThrow());
      assertTrue(line > advanced, option);
    }
  }
}
