package io.github.unitscope.visualize.maximize;

import io.github.unitscope.network.Classifying;
import io.github.unitscope.network.Layer;
import io.github.unitscope.network.Network;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.Readout;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.visualize.select.ClassNames;
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
 *   <li>{@code logit:NAME} or {@code probability:NAME}, a class by its name or number.
 * </ul>
 */
public final class ObjectiveParser {
  private static final Pattern SIGN = Pattern.compile("\\s+([+-])\\s+");
  private static final Pattern FACTOR =
      Pattern.compile("([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*\\*\\s*(.+)");
  private static final Pattern UNIT = Pattern.compile("(.+):(\\d{1,9})(?:@(centre|\\d+,\\d+))?");
  private static final Pattern CLASS = Pattern.compile("(logit|probability):(.+)");

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
   * Reads an objective as a goal. A unit, neuron or channel by itself has the starts that it has
   * wherever it is asked for; whatever else has starts that depend on its words.
   *
   * @param root seed of everything
   * @throws InvalidInputException as {@link #parse} does
   */
  public Goal goal(String text, Seed root) {
    Objective objective = parse(text);
    String words = text.strip();
    Matcher unit = UNIT.matcher(words);
    boolean alone =
        !SIGN.matcher(words).find()
            && !words.startsWith("-")
            && !FACTOR.matcher(words).matches()
            && !CLASS.matcher(words).matches();
    if (!alone || !unit.matches()) {
      return Goal.combined(text, objective, root);
    }
    UnitChoice choice = choice(network.layer(unit.group(1)), unit.group(3));
    return Goal.unit(choice, Integer.parseInt(unit.group(2)), quantity, root).called(text);
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
    Matcher ofClass = CLASS.matcher(text);
    if (ofClass.matches()) {
      return ofClass(ofClass.group(1), ofClass.group(2));
    }
    Matcher unit = UNIT.matcher(text);
    if (unit.matches()) {
      Layer layer = network.layer(unit.group(1));
      return choice(layer, unit.group(3)).objective(Integer.parseInt(unit.group(2)), quantity);
    }
    return new LayerObjective(network.layer(text), quantity);
  }

  private static UnitChoice choice(Layer layer, String place) {
    if (place == null) {
      return UnitChoice.of(layer);
    }
    if (place.equals("centre")) {
      return UnitChoice.centre(layer);
    }
    String[] numbers = place.split(",");
    return UnitChoice.at(layer, Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  private Objective ofClass(String kind, String name) {
    if (!(network instanceof Classifying classifying)) {
      throw new InvalidInputException("this network has no classes: choose units of a layer");
    }
    Readout readout = kind.equals("logit") ? classifying.logits() : classifying.probabilities();
    return new UnitObjective(readout, ClassNames.indexOf(name, classifying.classes()));
  }
}
