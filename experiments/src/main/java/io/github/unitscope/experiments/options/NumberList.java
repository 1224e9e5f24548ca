package io.github.unitscope.experiments.options;

import io.github.unitscope.experiments.command.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Lists of numbers as people write them: 7 or 0-35 or 3,7,20-25 or all. */
public final class NumberList {
  private NumberList() {}

  /**
   * Reads a list.
   *
   * @param option for messages
   * @param count how many numbers there are, from 0
   * @param require throws {@link io.github.unitscope.network.message.InvalidInputException} for a
   *     number that does not exist
   * @return in ascending order, each once
   * @throws UsageException if the text cannot be read, or a number does not exist
   */
  public static List<Integer> parse(String option, String text, int count, IntConsumer require) {
    if (text.equals("all")) {
      return range(0, count - 1);
    }
    TreeSet<Integer> numbers = new TreeSet<>();
    for (String part : text.split(",", -1)) {
      String[] ends = part.strip().split("-", -1);
      if (ends.length > 2 || !part.strip().matches("\\d{1,9}(-\\d{1,9})?")) {
        throw unreadable(option, text);
      }
      int first = Integer.parseInt(ends[0]);
      int last = Integer.parseInt(ends[ends.length - 1]);
      if (last < first) {
        throw unreadable(option, text);
      }
      // Checked before the range is made: 0-999999999 must not fill the memory.
      UsageException.check(
          () -> {
            require.accept(last);
            return last;
          });
      numbers.addAll(range(first, last));
    }
    return List.copyOf(numbers);
  }

  /** The numbers from one to another, both included. */
  public static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  private static UsageException unreadable(String option, String text) {
    return new UsageException(
        String.format(
            Locale.ROOT,
            "%s %s cannot be read: write 7 or 0-35 or 3,7,20-25 or all",
            option,
            text));
  }
}
