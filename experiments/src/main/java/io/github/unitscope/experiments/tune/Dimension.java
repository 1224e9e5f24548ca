package io.github.unitscope.experiments.tune;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.SplitMix64;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An option that is searched over: {@code rate=0.01,0.05} are two values, {@code rate=0.01..0.1} is
 * a range, {@code layers=500x500,1000x1000} are two lists.
 *
 * @param option without dashes; with {@value #FINE_TUNE} before it where it is one of fine-tuning
 * @param values to choose from; none for a range
 * @param low of the range
 * @param high of the range
 * @param whole whether the range is one of whole numbers
 */
public record Dimension(
    String option, List<String> values, double low, double high, boolean whole) {
  /** Before the name of an option of fine-tuning. */
  public static final String FINE_TUNE = "finetune-";

  private static final Pattern TEXT = Pattern.compile("([a-z][a-z-]*)=(.+)");
  private static final String NUMBER = "(-?[0-9.]+(?:[eE]-?[0-9]+)?)";
  private static final Pattern RANGE = Pattern.compile(NUMBER + "\\.\\." + NUMBER);

  /** Copies the values. */
  public Dimension {
    values = List.copyOf(values);
  }

  /**
   * Reads what a user wrote.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static Dimension parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw unreadable(text);
    }
    Matcher range = RANGE.matcher(parts.group(2));
    if (range.matches()) {
      return range(parts.group(1), range.group(1), range.group(2), text);
    }
    List<String> values = List.of(parts.group(2).split(",", -1));
    if (values.stream().anyMatch(String::isBlank)
        || values.stream().distinct().count() != values.size()) {
      throw unreadable(text);
    }
    return new Dimension(parts.group(1), values, 0, 0, false);
  }

  private static Dimension range(String option, String from, String to, String text) {
    try {
      double low = Double.parseDouble(from);
      double high = Double.parseDouble(to);
      if (low < high && Double.isFinite(high - low)) {
        boolean whole = (from + to).matches("[-0-9]+");
        return new Dimension(option, List.of(), low, high, whole);
      }
    } catch (NumberFormatException e) {
      // Told below, as is a range that is none.
    }
    throw unreadable(text);
  }

  private static InvalidInputException unreadable(String text) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT,
            "--over %s cannot be read: write rate=0.01,0.05 or rate=0.01..0.1 or layers=500x500,1000x1000",
            text));
  }

  /** Whether values are drawn from a range. */
  public boolean isRange() {
    return values.isEmpty();
  }

  /** Whether it is an option of fine-tuning. */
  public boolean isOfFineTuning() {
    return option.startsWith(FINE_TUNE);
  }

  /**
   * A value at random; of a range of positive numbers uniformly in the logarithm. Three digits, so
   * that a command line says it exactly.
   */
  String draw(SplitMix64 random) {
    if (!isRange()) {
      return values.get(random.nextInt(values.size()));
    }
    double u = random.nextDouble();
    double value = low > 0 ? low * Math.pow(high / low, u) : low + u * (high - low);
    return whole
        ? String.valueOf(Math.round(value))
        : new BigDecimal(value).round(new MathContext(3)).toString();
  }
}
