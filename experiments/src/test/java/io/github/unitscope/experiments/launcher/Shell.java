package io.github.unitscope.experiments.launcher;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What a command of bash ended with and said on both streams. */
record Shell(int code, String said) {
  /** The checkout: tests run in the folder of their module. */
  static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  /** Starts a script of bash; both its streams go to a file. */
  static Process start(String script, Map<String, String> environment, Path log)
      throws IOException {
    assumeTrue(Files.exists(Path.of("/bin/bash")), "no bash here");
    ProcessBuilder builder = new ProcessBuilder("/bin/bash", "-c", script);
    // What a build with Maven passes on would count for the launcher too.
    builder.environment().keySet().removeIf(name -> name.startsWith("UNITSCOPE_JAVA"));
    builder.environment().putAll(environment);
    return builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** Runs a script of bash to its end. */
  static Shell run(String script, Map<String, String> environment)
      throws IOException, InterruptedException {
    Path log = Files.createTempFile("shell", ".log");
    try {
      int code = start(script, environment, log).waitFor();
      return new Shell(code, Files.readString(log, StandardCharsets.UTF_8));
    } finally {
      Files.delete(log);
    }
  }
}
