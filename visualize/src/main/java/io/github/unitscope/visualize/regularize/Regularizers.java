package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * The regularizers that have names. A new one is a class that implements {@link Regularizer}, and a
 * line here.
 */
public final class Regularizers {
  /** By name: from the numbers after the name, and the neutral value of images. */
  private static final Map<String, BiFunction<double[], Double, Regularizer>> KNOWN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("tv", (n, neutral) -> new TotalVariation(n[0])),
              Map.entry("l1", (n, neutral) -> new AbsoluteNorm(n[0], neutral)),
              Map.entry("l2", (n, neutral) -> new SquaredNorm(n[0], neutral)),
              Map.entry("decay", (n, neutral) -> new Decay(n[0], neutral)),
              Map.entry("blur", (n, neutral) -> new GaussianBlur(n[0], every(n, 1))),
              Map.entry("bilateral", (n, neutral) -> new BilateralFilter(n[0], n[1], every(n, 2))),
              Map.entry("clip-norm", (n, neutral) -> new ClipSmallNorm(n[0], neutral)),
              Map.entry(
                  "clip-contribution", (n, neutral) -> new ClipSmallContribution(n[0], neutral))));

  private Regularizers() {}

  /**
   * Reads a regularizer as it is written on the command line: its name, =, and numbers with : or /
   * between them, for example {@code tv=0.25}, {@code blur=0.5/4} (width / every so many steps),
   * {@code bilateral=1:0.2/4} (width : contrast / every so many steps).
   *
   * @param neutral the value of an image that stands for nothing: the middle of its range
   * @throws InvalidInputException if it cannot be read or a number is out of its range
   */
  public static Regularizer parse(String text, double neutral) {
    String[] parts = text.split("=", -1);
    var kind = KNOWN.get(parts[0]);
    if (kind == null || parts.length != 2) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the regularizer '%s' is not known: write one of %s with its numbers, for example tv=0.25",
              text,
              String.join(", ", KNOWN.keySet())));
    }
    try {
      double[] numbers =
          Arrays.stream(parts[1].split("[:/]", -1)).mapToDouble(Double::parseDouble).toArray();
      return kind.apply(numbers, neutral);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the regularizer '%s' cannot be read: write numbers after =, as in tv=0.25, blur=0.5/4, bilateral=1:0.2/4",
              text));
    }
  }

  /** A number of steps; 1 where it is left out. */
  private static int every(double[] numbers, int index) {
    if (index >= numbers.length) {
      return 1;
    }
    if (numbers[index] != Math.rint(numbers[index])) {
      throw new NumberFormatException();
    }
    return (int) numbers[index];
  }
}
