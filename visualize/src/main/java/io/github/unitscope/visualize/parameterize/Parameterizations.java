package io.github.unitscope.visualize.parameterize;

import io.github.unitscope.network.ImageRange;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.extend.Registry;
import java.util.List;
import java.util.function.Function;

/** The parameterizations that have names. */
public final class Parameterizations {
  private static final double START_DEVIATION = 0.04;

  private static final Registry<Function<ImageRange, Parameterization>> KNOWN =
      new Registry<Function<ImageRange, Parameterization>>("parameterization")
          .register("pixels", Parameterizations::pixels)
          .register(
              "decorrelated",
              range -> new DecorrelatedPixels(range, DecorrelatedPixels.DEFAULT_DEVIATION))
          .register("fourier", Fourier::new)
          .register("maco", Maco::new);

  private Parameterizations() {}

  private static Parameterization pixels(ImageRange range) {
    double middle = range.isBounded() ? (range.low() + range.high()) / 2 : 0;
    double width = range.isBounded() ? range.high() - range.low() : 1;
    return new Pixels(middle, START_DEVIATION * width);
  }

  /**
   * Gives a parameterization a name, under which commands find it too.
   *
   * @param factory from the range of a network's images
   * @throws IllegalArgumentException if the name is taken or cannot be one
   */
  public static void register(String name, Function<ImageRange, Parameterization> factory) {
    KNOWN.register(name, factory);
  }

  /** All names. */
  public static List<String> names() {
    return KNOWN.names();
  }

  /**
   * A parameterization by its name.
   *
   * @param range of the network's images
   * @throws InvalidInputException if there is none
   */
  public static Parameterization named(String name, ImageRange range) {
    return KNOWN.named(name).apply(range);
  }
}
