package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses the Python dictionary of a {@code .npy} header.
 *
 * <p>Only the literals that NumPy writes are known, so that nothing needs to be evaluated.
 */
final class NpyHeaderText {
  private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");

  /** Each alternative ends at its first closing mark: no input makes the match slow. */
  private static final Pattern PAIR =
      Pattern.compile(
          "\\s*['\"](\\w{1,32})['\"]\\s*:\\s*('[^']*+'|\"[^\"]*+\"|True|False|\\([^)]*+\\)|\\[)\\s*(,|$)?");

  /** NumPy itself stops at 64. */
  private static final int MOST_DIMENSIONS = 64;

  private NpyHeaderText() {}

  static NpyHeader parse(String text, int length) {
    Map<String, String> pairs = pairs(text.strip());
    NpyType type = NpyType.ofDescriptor(unquoted(pairs.get("descr")));
    int[] shape = shape(pairs.get("shape"));
    requireFits(shape);
    return new NpyHeader(type, fortranOrder(pairs.get("fortran_order")), shape, length);
  }

  private static Map<String, String> pairs(String text) {
    if (!text.startsWith("{") || !text.endsWith("}")) {
      throw malformed(text);
    }
    String inside = text.substring(1, text.length() - 1).strip();
    Map<String, String> pairs = new HashMap<>();
    Matcher matcher = PAIR.matcher(inside);
    int position = 0;
    while (position < inside.length()) {
      if (!matcher.region(position, inside.length()).lookingAt()) {
        throw malformed(text);
      }
      if (matcher.group(2).equals("[")) {
        throw new InvalidInputException(
            "its dtype has fields; save each field as an array of its own");
      }
      if (pairs.put(matcher.group(1), matcher.group(2)) != null) {
        throw malformed(text);
      }
      position = matcher.end();
    }
    if (!pairs.keySet().equals(KEYS)) {
      throw malformed(text);
    }
    return pairs;
  }

  private static String unquoted(String literal) {
    if (!literal.startsWith("'") && !literal.startsWith("\"")) {
      throw malformed(literal);
    }
    return literal.substring(1, literal.length() - 1);
  }

  private static boolean fortranOrder(String literal) {
    return switch (literal) {
      case "True" -> true;
      case "False" -> false;
      default -> throw malformed(literal);
    };
  }

  private static int[] shape(String literal) {
    if (!literal.startsWith("(")) {
      throw malformed(literal);
    }
    String inside = literal.substring(1, literal.length() - 1).strip();
    if (inside.isEmpty()) {
      return new int[0];
    }
    String[] sizes = inside.split("\\s*,\\s*");
    if (sizes.length > MOST_DIMENSIONS) {
      throw new InvalidInputException(
          String.format(Locale.ROOT, "it has %d dimensions", sizes.length));
    }
    return Arrays.stream(sizes).mapToInt(NpyHeaderText::dimension).toArray();
  }

  private static int dimension(String text) {
    int size;
    try {
      size = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          "its shape has the dimension " + Quoted.of(text) + ", not a number below 2^31", e);
    }
    if (size < 0) {
      throw new InvalidInputException("its shape has the negative dimension " + size);
    }
    return size;
  }

  /** The product is taken over the dimensions that are not 0, which no later one makes harmless. */
  private static void requireFits(int[] shape) {
    long product = 1;
    for (int size : shape) {
      product *= Math.max(1, size);
      if (product > Integer.MAX_VALUE - 8) {
        throw new InvalidInputException(
            "its shape " + Quoted.bare(Arrays.toString(shape)) + " has 2^31 values or more");
      }
    }
  }

  private static InvalidInputException malformed(String text) {
    return new InvalidInputException("its .npy header is malformed: " + Quoted.of(text));
  }
}
