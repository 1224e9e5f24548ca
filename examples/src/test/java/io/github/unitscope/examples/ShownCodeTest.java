package io.github.unitscope.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The code that documents show is the code of the examples, which runs. */
class ShownCodeTest {
  private static final Path SOURCES = Path.of("src/main/java/io/github/unitscope/examples");

  /** A block of Markdown, with the example that the comment above it names. */
  private static final Pattern MARKDOWN =
      Pattern.compile("(?:<!-- (Example\\w+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

  /** A block of Javadoc that says which example it is of. */
  private static final Pattern JAVADOC =
      Pattern.compile("(Example\\w+)[^@]*?<pre>\\{@code\\n(.*?)\\}</pre>", Pattern.DOTALL);

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  /** The statements of a program's main, without its indentation. */
  private static List<String> statements(String example) throws IOException {
    List<String> lines = text(SOURCES.resolve(example + ".java")).lines().toList();
    List<String> body = new ArrayList<>();
    for (String line : lines.subList(mainOf(lines) + 1, lines.size())) {
      if (line.equals("  }")) {
        return body;
      }
      body.add(line.isEmpty() ? line : line.substring(4));
    }
    throw new AssertionError(example + " has no end of main");
  }

  private static int mainOf(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("  public static void main(String[] arguments)")) {
        return i;
      }
    }
    throw new AssertionError("no main");
  }

  static Stream<String> documents() {
    return Stream.of("README.md", "docs/programs.md");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void markdownShowsWholeExamples(String document) throws IOException {
    List<MatchResult> blocks =
        MARKDOWN.matcher(text(Path.of("..").resolve(document))).results().toList();
    assertFalse(blocks.isEmpty(), document);
    for (MatchResult block : blocks) {
      assertTrue(block.group(1) != null, document + " shows code of no example: " + block.group(2));
      assertEquals(statements(block.group(1)), block.group(2).lines().toList(), block.group(1));
    }
  }

  static Stream<Path> packages() {
    return Stream.of(
        Path.of("../rbm/src/main/java/io/github/unitscope/rbm/package-info.java"),
        Path.of("../visualize/src/main/java/io/github/unitscope/visualize/package-info.java"),
        Path.of("../network/src/main/java/io/github/unitscope/network/model/package-info.java"));
  }

  /** A page may show a part. */
  @ParameterizedTest
  @MethodSource("packages")
  void packagePagesShowLinesOfExamples(Path page) throws IOException {
    List<MatchResult> blocks = JAVADOC.matcher(text(page)).results().toList();
    assertFalse(blocks.isEmpty(), page.toString());
    for (MatchResult block : blocks) {
      String shown = block.group(2).replaceAll("(?m)^ \\* ?", "").strip();
      String all = String.join("\n", statements(block.group(1)));
      assertTrue(all.contains(shown), page + " shows other code than " + block.group(1));
    }
  }

  @Test
  void programsListsEveryExample() throws IOException {
    String programs = text(Path.of("../docs/programs.md"));
    try (Stream<Path> files = Files.list(SOURCES)) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.startsWith("Example"))
              .toList();
      assertEquals(10, names.size());
      for (String name : names) {
        assertTrue(programs.contains("examples/" + name + ")"), name);
      }
    }
  }
}
