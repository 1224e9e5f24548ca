package io.github.unitscope.experiments.hostile;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program in a process with little memory, which is killed when a command takes too long. */
final class ProgramProcess implements AutoCloseable {
  /** What Java and ND4J may take, each; enough for every command with its defaults here. */
  private static final String MEMORY = "400m";

  /** Loads what most commands need, so that it is not counted. */
  private static final List<String> WARM_UP =
      List.of("train", "dbn", "--layers", "1", "--epochs", "1", "--out", "/dev/null/nowhere");

  private static final long WAIT_MILLIS = 20;

  /** For what waits and does not work: ten minutes. */
  private static final int MOST_WAITS = 30_000;

  private final Path log;
  private final Path directory;
  private Process process;

  /** What came of a command. */
  record Outcome(int code, String said) {}

  /**
   * @param log gets what the virtual machine and the libraries say
   * @param directory to work in
   */
  ProgramProcess(Path log, Path directory) {
    this.log = log;
    this.directory = directory;
  }

  private void start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dorg.bytedeco.javacpp.maxbytes=" + MEMORY,
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                OptionWorker.class.getName())
            .directory(directory.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // What is fetched or looked for without --data-dir must not be somebody's.
    builder.environment().put("UNITSCOPE_DATA", directory.toString());
    process = builder.start();
  }

  /**
   * Runs a command.
   *
   * @param seconds of processor time: what others do on the machine does not count
   * @return what came of it; empty if it was still at work after the time
   */
  Optional<Outcome> run(List<String> words, long seconds) {
    try {
      if (process == null || !process.isAlive()) {
        start();
        ask(WARM_UP);
      }
      Duration end = processorTime().plusSeconds(seconds);
      CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> ask(words));
      for (int waits = 0; waits < MOST_WAITS && processorTime().compareTo(end) < 0; waits++) {
        try {
          return Optional.of(outcome.get(WAIT_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
          // It is at work.
        }
      }
      close();
      return Optional.empty();
    } catch (IOException | UncheckedIOException | ExecutionException e) {
      close();
      throw new AssertionError(words + " ended the virtual machine", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private Outcome ask(List<String> words) {
    try {
      DataOutputStream out = new DataOutputStream(process.getOutputStream());
      out.writeInt(words.size());
      for (String word : words) {
        out.writeUTF(word);
      }
      out.flush();
      DataInputStream in = new DataInputStream(process.getInputStream());
      return new Outcome(in.readInt(), in.readUTF());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
      process = null;
    }
  }
}
