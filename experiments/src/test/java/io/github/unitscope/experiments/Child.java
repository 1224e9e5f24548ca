package io.github.unitscope.experiments;

import io.github.unitscope.testing.JavaOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program in a process of its own, which can be killed as a real one is. */
final class Child implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 600;
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final List<String> UNDO = List.of("env", "--default-signal=INT");

  /** The options for the locale that the build runs under; none by default. */
  private static final List<String> LOCALE =
      Stream.of(System.getProperty("unitscope.test.locale", "").split(" "))
          .filter(option -> option.startsWith("-D"))
          .toList();

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Whether a child can be sent SIGINT: a shell may have told this process, and so its children, to
   * ignore it, as it does for jobs in the background. Then {@code env} has to undo that.
   */
  static boolean canBeInterrupted() throws IOException, InterruptedException {
    return Files.exists(STATUS) && (!isInterruptIgnored() || canUndo());
  }

  private static boolean isInterruptIgnored() throws IOException {
    String line =
        Files.readAllLines(STATUS).stream()
            .filter(each -> each.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    return (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 0b10) != 0;
  }

  private static boolean canUndo() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(UNDO);
    command.add("true");
    return new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  /** The command line of a child that can be interrupted. */
  static List<String> interruptible(Object... arguments) throws IOException {
    List<String> command = new ArrayList<>(isInterruptIgnored() ? UNDO : List.of());
    command.addAll(command(arguments));
    return command;
  }

  /** The command line of a child. */
  static List<String> command(Object... arguments) {
    return command(LOCALE, arguments);
  }

  /** The command line of a child with more options for its virtual machine. */
  static List<String> command(List<String> options, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    // It lives for a second or two: no time for the better compiler.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(JavaOptions.QUIET);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Unitscope.class.getName());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  /** Starts the program. */
  static Child start(Object... arguments) throws IOException {
    return start(command(arguments));
  }

  /** Starts any command. */
  static Child start(List<String> command) throws IOException {
    Path log = Files.createTempFile("child", ".log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new Child(process, log);
  }

  long pid() {
    return process.pid();
  }

  /** Waits for some time; whether it has ended. */
  boolean hasEndedWithin(long millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Waits for its end and gives its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the child did not end");
    }
    return process.exitValue();
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Sends a signal by its name. */
  void send(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(pid())).start().waitFor();
  }

  /** What it has said so far, on both streams. */
  String said() throws IOException {
    return Files.readString(log, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    kill();
    Files.deleteIfExists(log);
  }
}
