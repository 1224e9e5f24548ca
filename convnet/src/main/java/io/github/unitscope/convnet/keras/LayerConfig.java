package io.github.unitscope.convnet.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.unitscope.network.message.InvalidInputException;
import java.util.Locale;

/**
 * The settings of a layer. What is missing or null has its default; what is of another type is
 * refused.
 *
 * @param json an object of names and values
 */
record LayerConfig(JsonNode json) {

  private InvalidInputException unfit(String name, String needed) {
    return new InvalidInputException(
        String.format(
            Locale.ROOT, "its %s is %s where %s is needed", name, brief(json.get(name)), needed));
  }

  /** No more of a stranger's text than a line holds. */
  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  String text(String name, String otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (!json.get(name).isTextual()) {
      throw unfit(name, "a name");
    }
    return json.get(name).textValue();
  }

  boolean flag(String name, boolean otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (!json.get(name).isBoolean()) {
      throw unfit(name, "true or false");
    }
    return json.get(name).booleanValue();
  }

  double number(String name, double otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    if (!json.get(name).isNumber()) {
      throw unfit(name, "a number");
    }
    return json.get(name).doubleValue();
  }

  int whole(String name, int otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    return whole(name, json.get(name), "a whole number");
  }

  private int whole(String name, JsonNode value, String needed) {
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw unfit(name, needed);
    }
    return value.intValue();
  }

  /** Whole numbers, of which there may be any number; one by itself counts as a list of one. */
  int[] wholes(String name) {
    JsonNode value = json.path(name);
    if (!value.isArray()) {
      return new int[] {whole(name, value, "whole numbers")};
    }
    int[] numbers = new int[value.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = whole(name, value.get(i), "whole numbers");
    }
    return numbers;
  }

  /** Rows and columns: two numbers, or one for both. */
  int[] pair(String name, int[] otherwise) {
    if (!has(name)) {
      return otherwise;
    }
    int[] numbers = wholes(name);
    if (numbers.length == 1 && !json.get(name).isArray()) {
      return new int[] {numbers[0], numbers[0]};
    }
    if (numbers.length != 2) {
      throw unfit(name, "one or two whole numbers");
    }
    return numbers;
  }

  /**
   * What lies around an image: [[top, bottom], [left, right]], [rows, columns] or one number.
   *
   * @return [[top, bottom], [left, right]]
   */
  int[][] sides(String name, int otherwise) {
    JsonNode value = json.path(name);
    if (value.path(0).isArray()) {
      return new int[][] {side(name, value.path(0)), side(name, value.path(1))};
    }
    int[] both = pair(name, new int[] {otherwise, otherwise});
    return new int[][] {{both[0], both[0]}, {both[1], both[1]}};
  }

  private int[] side(String name, JsonNode value) {
    if (value.size() != 2) {
      throw unfit(name, "[[top, bottom], [left, right]]");
    }
    return new int[] {
      whole(name, value.get(0), "whole numbers"), whole(name, value.get(1), "whole numbers")
    };
  }
}
