package io.github.unitscope.experiments.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
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

  /** What steers a terminal or turns the direction of text, but for ends of lines and tabs. */
  private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\n\t]]");

  /** The terminal of this process; the launcher knows whether it is one. */
  public static Terminal system() {
    return new Terminal(System.out, System.err, Boolean.getBoolean("unitscope.terminal"));
  }

  /** The same without progress. */
  public Terminal quiet() {
    return new Terminal(
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8),
        false);
  }

  /** A line of results. */
  public void say(String format, Object... arguments) {
    out.println(plain(String.format(Locale.ROOT, format, arguments)));
  }

  /** A line on what was not as it should be, but did not stop the work. */
  public void warn(String text) {
    err.println("warning: " + plain(text));
  }

  /** A line on what stopped the work; of a text of several lines the first. */
  public void fail(String text) {
    err.println("unitscope: " + plain(text.lines().findFirst().orElse("")));
  }

  /** Names of layers and classes come from files of strangers. */
  private static String plain(String text) {
    return STEERING.matcher(text).replaceAll("?");
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
              .setTaskName(task)
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
      bar.setExtraMessage(" " + text);
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
      terminal.err().println(task + ": " + text);
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
