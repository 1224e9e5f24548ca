package io.github.unitscope.experiments.hostile;

import com.sun.management.ThreadMXBean;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Reads files of strangers and fails unless each is read or refused as it should be: in under a
 * second, with memory in proportion, and with one line that names it.
 */
final class Reading implements AutoCloseable {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final long SECOND = 1_000_000_000;

  /** For what hangs; a machine that is busy elsewhere may take a while. */
  private static final int PATIENCE_SECONDS = 60;

  private static final long BYTES = 64L << 20;
  private static final int BYTES_PER_BYTE = 4;
  private static final int LONGEST_LINE = 700;

  private final String what;
  private final Path folder;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread daemon = new Thread(task, "hostile");
            daemon.setDaemon(true);
            return daemon;
          });
  private int files;
  private int refused;
  private long slowest;
  private long mostBytes;

  /** What came of one reading. */
  private record Outcome(InvalidInputException refusal, long nanos, long bytes) {}

  /** Reads a file; the result does not matter. */
  @FunctionalInterface
  interface Reader {
    void read() throws Exception;
  }

  /**
   * @param what is read, for the summary
   */
  Reading(String what) {
    this.what = what;
    try {
      this.folder = Files.createTempDirectory("hostile-" + what);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A place for files, which is deleted at the end. */
  Path folder() {
    return folder;
  }

  Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads once, and where that took a second, twice more: only what is always slow is slow.
   *
   * @param bytes of the files that are read
   */
  void check(long bytes, Reader reader) {
    Outcome outcome = timed(reader);
    for (int more = 0; outcome.nanos > SECOND && more < 2; more++) {
      outcome = timed(reader);
    }
    files++;
    slowest = Math.max(slowest, outcome.nanos);
    mostBytes = Math.max(mostBytes, outcome.bytes);
    if (outcome.nanos > SECOND) {
      throw new AssertionError(String.format(Locale.ROOT, "took %.1f s", outcome.nanos / 1e9));
    }
    if (outcome.bytes > BYTES + BYTES_PER_BYTE * bytes) {
      throw new AssertionError(
          String.format(
              Locale.ROOT,
              "took %d MiB of memory for a file of %d bytes",
              outcome.bytes >> 20,
              bytes));
    }
    if (outcome.refusal != null) {
      refused++;
      requireOneLine(outcome.refusal.getMessage());
    }
  }

  private Outcome timed(Reader reader) {
    try {
      return thread.submit(() -> outcome(reader)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("hangs", e);
    } catch (ExecutionException e) {
      throw new AssertionError("not the error of one line: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Outcome outcome(Reader reader) throws Exception {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    InvalidInputException refusal = null;
    try {
      reader.read();
    } catch (InvalidInputException e) {
      refusal = e;
    }
    long nanos = System.nanoTime() - start;
    return new Outcome(refusal, nanos, THREADS.getCurrentThreadAllocatedBytes() - before);
  }

  private void requireOneLine(String message) {
    boolean sound =
        message.contains(folder.getFileName().toString())
            && message.length() <= LONGEST_LINE
            && message.codePoints().noneMatch(Character::isISOControl)
            && message.lines().count() == 1
            && !message.contains("Exception")
            && !message.contains("Feature")
            && !message.matches(".*: null(:.*)?");
    if (!sound) {
      throw new AssertionError("not an error of one line that names the file: " + message);
    }
  }

  int files() {
    return files;
  }

  @Override
  public void close() {
    thread.shutdownNow();
    System.out.printf(
        Locale.ROOT,
        "[hostile] %s: %d files, %d refused; the slowest %d ms, the most memory %.1f MiB%n",
        what,
        files,
        refused,
        slowest / 1_000_000,
        mostBytes / 1048576.0);
    try (var left = Files.walk(folder)) {
      left.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
