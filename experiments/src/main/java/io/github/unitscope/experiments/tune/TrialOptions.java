package io.github.unitscope.experiments.tune;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterException;
import io.github.unitscope.experiments.command.UsageException;
import java.util.List;
import java.util.Locale;

/** Reads the choices of a trial as the command does that they are options of. */
final class TrialOptions {
  private TrialOptions() {}

  /**
   * Sets options.
   *
   * @param target the options of a command
   * @param words of a command line
   * @throws UsageException if an option does not exist or has a value that cannot be read
   */
  static <T> T read(T target, List<String> words, String command) {
    try {
      JCommander.newBuilder().addObject(target).build().parse(words.toArray(String[]::new));
      return target;
    } catch (ParameterException e) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "--over %s: not an option of %s, or not a value that it takes; see ./unitscope %s --help",
              String.join(" ", words),
              command,
              command));
    }
  }
}
