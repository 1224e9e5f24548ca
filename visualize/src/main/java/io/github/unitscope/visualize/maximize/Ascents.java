package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.registry.Registry;
import java.util.List;

/** The ascents that have names, each with its usual numbers. */
public final class Ascents {
  /** Rate of the ascents that make all their steps, each in its own measure. */
  public static final double DEFAULT_RATE = 0.05;

  /** How many steps those make. */
  public static final int DEFAULT_STEPS = 512;

  /** Share of the last step that {@link Momentum} keeps. */
  public static final double DEFAULT_MOMENTUM = 0.9;

  private static final double GREATEST_RATE = 1e6;

  private static final Registry<Ascent> KNOWN =
      new Registry<Ascent>("ascent")
          .register("projected", Ascent.DEFAULTS)
          .register("adam", new Adam(DEFAULT_RATE, DEFAULT_STEPS))
          .register("momentum", new Momentum(DEFAULT_RATE, DEFAULT_MOMENTUM, DEFAULT_STEPS))
          .register("steepest-l2", new Steepest(Steepest.Norm.L2, DEFAULT_RATE, DEFAULT_STEPS))
          .register("steepest-linf", new Steepest(Steepest.Norm.LINF, DEFAULT_RATE, DEFAULT_STEPS))
          .register("progress", new ConstantGain(DEFAULT_RATE, GREATEST_RATE, DEFAULT_STEPS));

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
