package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.extend.Registry;
import java.util.List;

/** The ascents that have names, each with its usual numbers. */
public final class Ascents {
  private static final int STEPS = 512;
  private static final double RATE = 0.05;
  private static final double MOMENTUM = 0.9;
  private static final double GREATEST_RATE = 1e6;

  private static final Registry<Ascent> KNOWN =
      new Registry<Ascent>("ascent")
          .register("projected", Ascent.DEFAULTS)
          .register("adam", new Adam(RATE, STEPS))
          .register("momentum", new Momentum(RATE, MOMENTUM, STEPS))
          .register("steepest-l2", new Steepest(Steepest.Norm.L2, RATE, STEPS))
          .register("steepest-linf", new Steepest(Steepest.Norm.LINF, RATE, STEPS))
          .register("progress", new Progress(RATE, GREATEST_RATE, STEPS));

  private Ascents() {}

  /**
   * Gives an ascent a name, under which commands find it too.
   *
   * @throws IllegalArgumentException if the name is taken or cannot be one
   */
  public static void register(String name, Ascent usual) {
    KNOWN.register(name, usual);
  }

  /** All names. */
  public static List<String> names() {
    return KNOWN.names();
  }

  /**
   * An ascent by its name, with its usual numbers.
   *
   * @throws InvalidInputException if there is none
   */
  public static Ascent named(String name) {
    return KNOWN.named(name);
  }
}
