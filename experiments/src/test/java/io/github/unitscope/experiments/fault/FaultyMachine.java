package io.github.unitscope.experiments.fault;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A virtual machine with {@link FaultyProvider} as its default file system. */
final class FaultyMachine {
  private FaultyMachine() {}

  /**
   * What a machine came to.
   *
   * @param code its exit code
   * @param said on both streams
   */
  record End(int code, String said) {}

  /** Runs a class to the end, with the settings of this machine. */
  static End run(Class<?> main, List<?> arguments) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command(main, arguments)).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new End(process.waitFor(), said);
  }

  private static List<String> command(Class<?> main, List<?> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.add("-Djava.nio.file.spi.DefaultFileSystemProvider=" + FaultyProvider.class.getName());
    for (String setting : List.of("unitscope.faults", "unitscope.faulted")) {
      if (System.getProperty(setting) != null) {
        command.add("-D" + setting + "=" + System.getProperty(setting));
      }
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    arguments.forEach(argument -> command.add(argument.toString()));
    return command;
  }
}
