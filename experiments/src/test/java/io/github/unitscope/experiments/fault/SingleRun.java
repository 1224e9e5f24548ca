package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One command with one fault in a virtual machine of its own. Arguments: the watched folder, the
 * fault, the call, the words of the command. The calls that it made come to standard output.
 */
final class SingleRun {
  private SingleRun() {}

  /** Runs the command. */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<String> words = Arrays.asList(arguments);
    Path parent = Path.of(words.get(0)).toRealPath();
    Fault fault = Fault.valueOf(words.get(1));
    try (Watch watch = Watch.begin(parent, fault, Integer.parseInt(words.get(2)), null)) {
      Outcome.of(words.subList(3, words.size()));
      watch.calls().forEach(call -> out.println(call.kind()));
    }
  }
}
