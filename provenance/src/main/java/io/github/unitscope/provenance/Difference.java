package io.github.unitscope.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.unitscope.network.storage.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One place where two JSON values differ.
 *
 * @param field its path, with dots between names and indices, {@code settings.layers.0}
 * @param left what stands there in the first, as JSON; {@code none} if nothing does
 * @param right what stands there in the second
 */
public record Difference(String field, String left, String right) {
  private static final int LONGEST_VALUE = 60;

  /** All places where two values differ, in the order of the first. */
  public static List<Difference> between(Object left, Object right) {
    List<Difference> differences = new ArrayList<>();
    // Through text: a value has other types of numbers than what was read from its file.
    compare("", Json.tree(left), Json.tree(right), differences);
    return differences;
  }

  private static void compare(String path, JsonNode left, JsonNode right, List<Difference> found) {
    if (left.isContainerNode() && left.getNodeType() == right.getNodeType()) {
      boolean isArray = left.isArray();
      for (String name : isArray ? indices(left, right) : names(left, right)) {
        String inner = path.isEmpty() ? name : path + "." + name;
        compare(inner, child(left, name), child(right, name), found);
      }
    } else if (!left.equals(right)) {
      found.add(new Difference(path, text(left), text(right)));
    }
  }

  private static JsonNode child(JsonNode node, String name) {
    return node.isArray() ? node.path(Integer.parseInt(name)) : node.path(name);
  }

  private static Set<String> names(JsonNode left, JsonNode right) {
    Set<String> names = new LinkedHashSet<>();
    left.fieldNames().forEachRemaining(names::add);
    right.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static Set<String> indices(JsonNode left, JsonNode right) {
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      names.add(String.valueOf(i));
    }
    return names;
  }

  private static String text(JsonNode node) {
    if (node.isMissingNode()) {
      return "none";
    }
    String text = node.isTextual() ? node.asText() : node.toString();
    String line = text.replaceAll("\\p{Cntrl}", " ");
    return line.length() <= LONGEST_VALUE ? line : line.substring(0, LONGEST_VALUE - 1) + "…";
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s: %s there, %s here", field, left, right);
  }
}
