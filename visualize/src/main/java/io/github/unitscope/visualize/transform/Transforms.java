package io.github.unitscope.visualize.transform;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.extend.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The transforms that have names, and lists of them. */
public final class Transforms {
  /** Olah et al. (2017) give their settings for pictures of this size and more. */
  private static final double REFERENCE_SIDE = 128;

  private static final Registry<Factory> KNOWN =
      new Registry<Factory>("transform")
          .register("pad", (numbers, neutral) -> new Pad(whole(numbers), neutral))
          .register("jitter", (numbers, neutral) -> new Jitter(whole(numbers)))
          .register("scale", (numbers, neutral) -> new RandomScale(numbers[0], last(numbers)))
          .register("rotate", (numbers, neutral) -> new RandomRotate(numbers[0], last(numbers)));

  private Transforms() {}

  /** Makes one of its numbers. */
  @FunctionalInterface
  public interface Factory {
    /**
     * @param numbers after the name, one or two
     * @param neutral the value of borders
     * @throws InvalidInputException if a number is out of its range
     */
    Transform of(double[] numbers, double neutral);
  }

  /**
   * Gives a transform a name, under which commands find it too.
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
   * Reads transforms as they are written on the command line, for example {@code pad=12 jitter=8
   * scale=0.9:1.1 rotate=-10:10 jitter=4}.
   *
   * @param neutral the value of borders
   * @throws InvalidInputException if they cannot be read
   */
  public static List<Transform> parse(String text, double neutral) {
    return Arrays.stream(text.strip().split("\\s+")).map(word -> one(word, neutral)).toList();
  }

  private static Transform one(String word, double neutral) {
    String[] parts = word.split("=", -1);
    Factory factory = KNOWN.named(parts[0]);
    try {
      if (parts.length != 2) {
        throw new NumberFormatException();
      }
      double[] numbers =
          Arrays.stream(parts[1].split(":")).mapToDouble(Double::parseDouble).toArray();
      if (numbers.length == 0 || numbers.length > 2) {
        throw new NumberFormatException();
      }
      return factory.of(numbers, neutral);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "the transform '%s' cannot be read: write numbers after =, two of them with : between",
              word));
    }
  }

  private static int whole(double[] numbers) {
    if (numbers.length != 1 || numbers[0] != Math.rint(numbers[0])) {
      throw new NumberFormatException();
    }
    return (int) numbers[0];
  }

  private static double last(double[] numbers) {
    return numbers[numbers.length - 1];
  }

  /**
   * Those of Olah et al. (2017): pad 12, jitter 8, scale 0.90 to 1.10, rotate ±10°, jitter 4; the
   * pixels in proportion to the image where that is smaller than 128 pixels.
   *
   * @param neutral the value of borders
   */
  public static List<Transform> robust(ImageShape image, double neutral) {
    double factor = Math.min(1, Math.min(image.height(), image.width()) / REFERENCE_SIDE);
    return List.of(
        new Pad((int) Math.ceil(12 * factor), neutral),
        new Jitter((int) Math.round(8 * factor)),
        new RandomScale(0.9, 1.1),
        new RandomRotate(-10, 10),
        new Jitter((int) Math.round(4 * factor)));
  }
}
