package io.github.unitscope.experiments.terminal;

import io.github.unitscope.network.message.PlainText;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Where a command speaks: results to standard output, progress to standard error.
 *
 * @param out for results
 * @param err for progress and errors
 * @param interactive whether a person looks at {@code err}: a bar is drawn there, plain lines
 *     elsewhere
 */
public record Terminal(PrintStream out, PrintStream err, boolean interactive) {
  /**
   * The terminal of this process, in UTF-8 whatever its locale; the launcher knows whether it is
   * one.
   */
  public static Terminal system() {
    return new Terminal(
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Boolean.getBoolean("unitscope.terminal"));
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** The same without progress. */
  public Terminal quiet() {
    return new Terminal(
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false);
  }

  /**
   * A line of results.
   *
   * @param arguments may hold names from files of strangers, and stay on the line
   */
  public void say(String format, Object... arguments) {
    Object[] plain = Arrays.stream(arguments).map(Terminal::plain).toArray();
    out.println(String.format(Locale.ROOT, format, plain));
  }

  private static Object plain(Object argument) {
    boolean isSafe = argument == null || argument instanceof Number || argument instanceof Boolean;
    return isSafe ? argument : PlainText.of(argument.toString());
  }

  /** A line on how the work goes. */
  public void note(String text) {
    err.println(PlainText.of(text));
  }

  /** A line on what was not as it should be, but did not stop the work. */
  public void warn(String text) {
    err.println("warning: " + PlainText.of(text));
  }

  /** A line on what stopped the work. */
  public void fail(String text) {
    err.println("unitscope: " + PlainText.of(text.strip()));
  }

  /** Where an error came from. */
  public void trace(Throwable cause) {
    StringWriter text = new StringWriter();
    cause.printStackTrace(new PrintWriter(text));
    text.toString().lines().forEach(line -> err.println(PlainText.of(line.replace("\t", "    "))));
  }

  /**
   * Shows how long work goes on.
   *
   * @param task a few words
   * @param total how many steps there are
   */
  public Progress progress(String task, long total) {
    return interactive ? new Bar(this, task, total) : new Lines(this, task);
  }

  /** How far some work has come. */
  public interface Progress extends AutoCloseable {
    /**
     * @param done of the total
     */
    void at(long done);

    /**
     * @param text a line to keep on the screen
     */
    void note(String text);

    @Override
    void close();
  }

  private static final class Bar implements Progress {
    private final ProgressBar bar;

    Bar(Terminal terminal, String task, long total) {
      this.bar =
          new ProgressBarBuilder()
              .setTaskName(PlainText.of(task))
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              .setConsumer(new ConsoleProgressBarConsumer(terminal.err()))
              .build();
    }

    @Override
    public void at(long done) {
      bar.stepTo(done);
    }

    @Override
    public void note(String text) {
      bar.setExtraMessage(" " + PlainText.of(text));
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  private record Lines(Terminal terminal, String task) implements Progress {
    @Override
    public void at(long done) {
      // Steps are too many for lines; notes tell.
    }

    @Override
    public void note(String text) {
      terminal.note(task + ": " + text);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
