package io.github.unitscope.experiments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A shell with mounts of its own, which end with it: a namespace of Linux. */
final class Namespace {
  private Namespace() {}

  /** Skips the test where there are no namespaces, or a command in one fails. */
  static void require(String tried) throws InterruptedException {
    try (Child child = Child.start(command(tried))) {
      assumeTrue(child.end() == 0, "no namespaces here: " + child.said());
    } catch (IOException e) {
      assumeTrue(false, "no unshare here");
    }
  }

  private static List<String> command(String script) {
    return List.of("unshare", "--map-root-user", "--mount", "sh", "-ec", script);
  }

  /** The program's command line, for the shell. */
  static String program(Object... arguments) {
    return Child.command(arguments).stream()
        .map(word -> "'" + word + "'")
        .collect(Collectors.joining(" "));
  }

  /** Runs a script that has to succeed; what it says on both streams. */
  static String run(String... lines) throws IOException, InterruptedException {
    try (Child child = Child.start(command(String.join("\n", lines)))) {
      assertEquals(0, child.end(), child.said());
      return child.said();
    }
  }
}
