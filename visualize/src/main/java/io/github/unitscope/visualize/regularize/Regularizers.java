package io.github.unitscope.visualize.regularize;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.extend.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The regularizers and filters that have names. */
public final class Regularizers {
  private static final Registry<Factory> KNOWN =
      new Registry<Factory>("regularizer")
          .register("tv", (n, neutral) -> new TotalVariation(n[0]))
          .register("l1", (n, neutral) -> new AbsoluteNorm(n[0], neutral))
          .register("l2", (n, neutral) -> new SquaredNorm(n[0], neutral))
          .register("decay", (n, neutral) -> new Decay(n[0], neutral))
          .register("blur", (n, neutral) -> new GaussianBlur(n[0], every(n, 1)))
          .register("bilateral", (n, neutral) -> new BilateralFilter(n[0], n[1], every(n, 2)))
          .register("clip-norm", (n, neutral) -> new ClipSmallNorm(n[0], neutral))
          .register("clip-contribution", (n, neutral) -> new ClipSmallContribution(n[0], neutral));

  private Regularizers() {}

  /** Makes one of its numbers. */
  @FunctionalInterface
  public interface Factory {
    /**
     * @param numbers after the name
     * @param neutral the value of an image that stands for nothing: the middle of its range
     * @throws ArrayIndexOutOfBoundsException if there are too few numbers
     * @throws InvalidInputException if a number is out of its range
     */
    Regularization of(double[] numbers, double neutral);
  }

  /**
   * Gives a regularizer or filter a name, under which commands find it too.
   *
   * @throws IllegalArgumentException if the name is taken or cannot be one
   */
  public static void register(String name, Factory factory) {
    KNOWN.register(name, factory);
  }

  /** All names. */
  public static List<String> names() {
    return KNOWN.names();
  }

  /**
   * Reads a regularizer as it is written on the command line: its name, =, and numbers with : or /
   * between them, for example {@code tv=0.25}, {@code blur=0.5/4} (width / every so many steps),
   * {@code bilateral=1:0.2/4} (width : contrast / every so many steps).
   *
   * @param neutral the value of an image that stands for nothing: the middle of its range
   * @throws InvalidInputException if it cannot be read or a number is out of its range
   */
  public static Regularization parse(String text, double neutral) {
    String[] parts = text.split("=", -1);
    Factory factory = KNOWN.named(parts[0]);
    try {
      if (parts.length != 2) {
        throw new NumberFormatException();
      }
      double[] numbers =
          Arrays.stream(parts[1].split("[:/]", -1)).mapToDouble(Double::parseDouble).toArray();
      return factory.of(numbers, neutral);
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
