package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.extend.Registry;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of objectives that have names, written {@code KIND:ARGUMENT}; units, channels and
 * layers need none.
 */
public final class Objectives {
  private static final Registry<Kind> KNOWN =
      new Registry<Kind>("kind of objective")
          .register(
              "logit",
              (network, quantity, name) -> {
                Classifying classifying = classifying(network);
                return ofClass(classifying, classifying.logits(), name);
              })
          .register(
              "probability",
              (network, quantity, name) -> {
                Classifying classifying = classifying(network);
                return ofClass(classifying, classifying.probabilities(), name);
              });

  private Objectives() {}

  /** Makes an objective of an argument. */
  @FunctionalInterface
  public interface Kind {
    /**
     * @param network whose units are meant
     * @param quantity of units and channels
     * @param argument what stands behind the colon
     * @throws InvalidInputException if it cannot be read, or the network has no such thing
     */
    Objective of(Network network, Quantity quantity, String argument);
  }

  /**
   * Gives a kind of objective a name, under which commands find it too.
   *
   * @throws IllegalArgumentException if the name is taken or cannot be one
   */
  public static void register(String name, Kind kind) {
    KNOWN.register(name, kind);
  }

  /** All names. */
  public static List<String> names() {
    return KNOWN.names();
  }

  /** The kind of a name, if there is one. */
  static Optional<Kind> kind(String name) {
    return KNOWN.has(name) ? Optional.of(KNOWN.named(name)) : Optional.empty();
  }

  private static Classifying classifying(Network network) {
    if (network instanceof Classifying classifying) {
      return classifying;
    }
    throw new InvalidInputException("this network has no classes: choose units of a layer");
  }

  private static Objective ofClass(Classifying network, Readout readout, String name) {
    return new UnitObjective(readout, ClassNames.indexOf(name, network.classes()));
  }
}
