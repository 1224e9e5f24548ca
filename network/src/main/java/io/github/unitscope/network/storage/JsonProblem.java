package io.github.unitscope.network.storage;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.github.unitscope.network.message.InvalidInputException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in one line what Jackson says in several. */
final class JsonProblem {
  private JsonProblem() {}

  static InvalidInputException of(Path path, JsonProcessingException cause) {
    return new InvalidInputException(path + position(cause) + ": " + what(cause), cause);
  }

  private static String position(JsonProcessingException cause) {
    JsonLocation location = cause.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : String.format(
            Locale.ROOT, " line %d, column %d", location.getLineNr(), location.getColumnNr());
  }

  private static String what(JsonProcessingException cause) {
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return String.format(
          Locale.ROOT,
          "unknown field %s; expected one of %s",
          Quoted.of(field(unknown)),
          unknown.getKnownPropertyIds().stream()
              .map(Objects::toString)
              .collect(Collectors.toCollection(TreeSet::new)));
    }
    if (cause instanceof ValueInstantiationException invalid && invalid.getCause() != null) {
      return in(invalid) + reason(invalid.getCause());
    }
    if (cause instanceof JsonParseException) {
      return "not valid JSON: " + Quoted.bare(firstLine(cause));
    }
    if (cause instanceof JsonMappingException mapping) {
      return in(mapping) + firstLine(mapping);
    }
    return firstLine(cause);
  }

  /** What a record says of its parts; what Java says of a null in them is for programmers. */
  private static String reason(Throwable cause) {
    String said = cause.getMessage();
    boolean unsaid =
        cause instanceof NullPointerException && said != null && said.startsWith("Cannot ");
    return said == null || unsaid ? "null where a value is needed" : said;
  }

  private static String in(JsonMappingException cause) {
    String field = field(cause);
    return field.isEmpty() ? "" : "field " + Quoted.of(field) + ": ";
  }

  /** For example {@code layers[2].units}. */
  private static String field(JsonMappingException cause) {
    StringBuilder field = new StringBuilder();
    for (JsonMappingException.Reference step : cause.getPath()) {
      if (step.getFieldName() == null) {
        field.append('[').append(step.getIndex()).append(']');
      } else {
        field.append(field.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return field.toString();
  }

  private static String firstLine(JsonProcessingException cause) {
    String line = Objects.requireNonNullElse(cause.getOriginalMessage(), "not valid");
    if (line.startsWith("Missing creator property")
        || line.startsWith("Missing required creator property")) {
      return "missing";
    }
    String first = line.lines().findFirst().orElse("not valid");
    return withoutAdvice(first)
        .replaceAll("`[\\w.]+\\.(\\w+)`", "$1")
        .replaceAll(", from `[^`]*`", "");
  }

  /** Jackson tells programmers how to switch its checks off, always as the last thing. */
  private static String withoutAdvice(String line) {
    int feature = line.indexOf("Feature");
    int start =
        feature < 0
            ? -1
            : Math.max(line.lastIndexOf(" (", feature), line.lastIndexOf(": ", feature));
    return start < 1 ? line : line.substring(0, start);
  }
}
