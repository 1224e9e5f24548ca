package io.github.unitscope.experiments;

import io.github.unitscope.experiments.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands within the test and keeps what they say. */
public record CommandLine(int code, String out, String err) {

  /** Runs a command. */
  public static CommandLine run(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = String.valueOf(arguments[i]);
    }
    int code = Unitscope.run(terminal, words);
    return new CommandLine(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command that has to succeed. */
  public static CommandLine succeed(Object... arguments) {
    CommandLine result = run(arguments);
    if (result.code != Unitscope.DONE) {
      throw new AssertionError(result.err);
    }
    return result;
  }
}
