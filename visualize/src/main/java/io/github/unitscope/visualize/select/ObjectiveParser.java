package io.github.unitscope.visualize.select;

import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Objectives as people write them: terms with spaces around + and − between them, each with a
 * factor or without, for example {@code conv_pw_5_relu:7 + 0.5*conv_pw_5_relu:12}. A term is
 *
 * <ul>
 *   <li>{@code LAYER:7}, a channel, or a unit where units have no places;
 *   <li>{@code LAYER:7@3,4} or {@code LAYER:7@centre}, its neuron at a place;
 *   <li>{@code LAYER}, all units of a layer squared (DeepDream);
 *   <li>{@code logit:NAME} or {@code probability:NAME}, a class by its name or number; or another
 *       of {@link Objectives#names}.
 * </ul>
 */
public final class ObjectiveParser {
  private static final Pattern SIGN = Pattern.compile("\\s+([+-])\\s+");
  private static final Pattern FACTOR =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*\\*\\s*(.+)");
  private static final Pattern UNIT = Pattern.compile("(.+):(\\d{1,9})(?:@(centre|\\d+,\\d+))?");

  private final Network network;
  private final Quantity quantity;

  /**
   * @param network whose units are meant
   * @param quantity of units and channels
   */
  public ObjectiveParser(Network network, Quantity quantity) {
    this.network = network;
    this.quantity = quantity;
  }

  /**
   * Reads an objective.
   *
   * @throws InvalidInputException if it cannot be read, or a layer, unit or class does not exist
   */
  public Objective parse(String text) {
    Matcher signs = SIGN.matcher(text.strip());
    Objective sum = null;
    double sign = 1;
    int from = 0;
    while (true) {
      boolean more = signs.find();
      String term = text.strip().substring(from, more ? signs.start() : text.strip().length());
      Objective next = term(term, sign);
      sum = sum == null ? next : sum.plus(next);
      if (!more) {
        return sum;
      }
      sign = signs.group(1).equals("-") ? -1 : 1;
      from = signs.end();
    }
  }

  /**
   * A unit, neuron or channel.
   *
   * @param selector what the number means
   * @param number from 0
   */
  public record SoleUnit(UnitSelector selector, int number) {}

  /**
   * The unit, neuron or channel that an objective is, where it is one by itself: without a factor,
   * a sign or another term.
   *
   * @throws InvalidInputException if it does not exist
   */
  public Optional<SoleUnit> soleUnit(String text) {
    String words = text.strip();
    Matcher unit = UNIT.matcher(words);
    boolean alone =
        !SIGN.matcher(words).find()
            && !words.startsWith("-")
            && !FACTOR.matcher(words).matches()
            && kind(words).isEmpty();
    if (!alone || !unit.matches()) {
      return Optional.empty();
    }
    UnitSelector choice = choice(network.layer(unit.group(1)), unit.group(3));
    return Optional.of(new SoleUnit(choice, Integer.parseInt(unit.group(2))));
  }

  /** The kind of objective that a term begins with, if it does. */
  private static Optional<Objectives.Kind> kind(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < text.length() - 1
        ? Objectives.kind(text.substring(0, colon))
        : Optional.empty();
  }

  private Objective term(String text, double sign) {
    Matcher factor = FACTOR.matcher(text);
    if (factor.matches()) {
      return scaled(atom(factor.group(2)), sign * Double.parseDouble(factor.group(1)));
    }
    if (text.startsWith("-")) {
      return scaled(atom(text.substring(1)), -sign);
    }
    return scaled(atom(text), sign);
  }

  private static Objective scaled(Objective objective, double factor) {
    return factor == 1 ? objective : objective.times(factor);
  }

  private Objective atom(String text) {
    if (text.isBlank()) {
      throw new InvalidInputException(
          "an objective is missing: write for example LAYER:7 + 0.5*LAYER:12");
    }
    Optional<Objectives.Kind> kind = kind(text);
    if (kind.isPresent()) {
      return kind.get().of(network, quantity, text.substring(text.indexOf(':') + 1));
    }
    Matcher unit = UNIT.matcher(text);
    if (unit.matches()) {
      Layer layer = network.layer(unit.group(1));
      return choice(layer, unit.group(3)).objective(Integer.parseInt(unit.group(2)), quantity);
    }
    return new LayerObjective(network.layer(text), quantity);
  }

  private static UnitSelector choice(Layer layer, String place) {
    if (place == null) {
      return UnitSelector.of(layer);
    }
    if (place.equals("centre")) {
      return UnitSelector.centre(layer);
    }
    String[] numbers = place.split(",");
    return UnitSelector.at(layer, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }
}
