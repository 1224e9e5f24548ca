package io.github.unitscope.visualize.select;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Classes by their names. */
public final class ClassNames {
  private ClassNames() {}

  /**
   * The number of a class that is given as text: by its name, by one of several names with commas
   * between them, or, where none is called so, by its number. Upper and lower case are the same.
   *
   * @param text a name or a number from 0
   * @param classes the names of all classes, in their order
   * @throws InvalidInputException if there is no such class, or several
   */
  public static int indexOf(String text, List<String> classes) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    int[] called =
        IntStream.range(0, classes.size()).filter(i -> isCalled(classes.get(i), wanted)).toArray();
    if (called.length == 1) {
      return called[0];
    }
    if (wanted.matches("\\d{1,9}") && Integer.parseInt(wanted) < classes.size()) {
      return Integer.parseInt(wanted);
    }
    throw new InvalidInputException(
        called.length == 0
            ? String.format(
                Locale.ROOT,
                "unknown class '%s'; expected a name, or a number from 0 to %d",
                text,
                classes.size() - 1)
            : String.format(
                Locale.ROOT,
                "'%s' is the name of %d classes; expected a number, such as %d or %d",
                text,
                called.length,
                called[0],
                called[1]));
  }

  private static boolean isCalled(String name, String wanted) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(wanted) || List.of(lower.split(",\\s*")).contains(wanted);
  }
}
