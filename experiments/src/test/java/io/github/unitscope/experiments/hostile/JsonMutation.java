package io.github.unitscope.experiments.hostile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * A change to the structure of a JSON text, which stays JSON with most of them.
 *
 * @param at which value or field, taken modulo their number
 * @param with the number of the literal that takes its place
 */
record JsonMutation(Kind kind, int at, int with) implements Mutation {

  enum Kind {
    REPLACE,
    DROP,
    RENAME,
    REPEAT,
    NEST_ARRAYS,
    NEST_OBJECTS,
    NEST_OPEN,
    COPY,
    NUMBER
  }

  private static final int DEPTH = 10_000;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+([eE][+-]?[0-9]+)?");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "4",
          "5",
          "7",
          "8",
          "16",
          "64",
          "1000",
          "4096",
          "4097",
          "65536",
          "1048576",
          "46341",
          "16777216",
          "268435456",
          "2147483647",
          "-1",
          "-4",
          "0.5",
          "1e-30",
          "1e30",
          "1e300",
          "-1e300",
          "1e-300");

  private static final List<String> LITERALS =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "1e999",
          "1e999999999",
          "-1e-400",
          "0.5",
          "-0.0",
          "NaN",
          "Infinity",
          "-Infinity",
          "9".repeat(3000),
          "1." + "3".repeat(90),
          "\"\"",
          "\"NaN\"",
          "\"dbn\"",
          "\"java.lang.Runtime\"",
          "\"..\\/..\\/etc\\/passwd\"",
          "\"\\u001b[31m\\nline\\r\\u202e\\u2028\\ud800\"",
          "\"%s%n%d\"",
          "\"" + "x".repeat(5000) + "\"",
          "[]",
          "[null]",
          "[[]]",
          "[1,-1,0]",
          "[1" + ",1".repeat(3000) + "]",
          "{}",
          "{\"\":{}}",
          "{\"@class\":\"java.lang.Runtime\",\"@type\":\"x\"}",
          "{\"kind\":\"identity\"}");

  /** A piece of the text. */
  private record Span(int start, int end) {}

  /** Where values, the names of fields, and fields with their values are. */
  private record Spans(List<Span> values, List<Span> names, List<Span> fields) {}

  /** Changes after which most descriptions are read. */
  static Arbitrary<Mutation> numbers() {
    return Combinators.combine(
            Arbitraries.integers(), Arbitraries.integers().between(0, NUMBERS.size() - 1))
        .as((at, with) -> new JsonMutation(Kind.NUMBER, at, with));
  }

  static Arbitrary<Mutation> any() {
    return Combinators.combine(
            Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.just(Kind.REPLACE)),
                Tuple.of(8, Arbitraries.of(Kind.class)),
                Tuple.of(4, Arbitraries.just(Kind.NUMBER))),
            Arbitraries.integers(),
            Arbitraries.integers().between(0, LITERALS.size() - 1))
        .as(JsonMutation::new);
  }

  @Override
  public byte[] of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    try {
      return changed(text, spans(text)).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      return file;
    }
  }

  private String changed(String text, Spans spans) {
    String literal = LITERALS.get(with);
    Span value = spans.values.get(Search.place(at, spans.values.size()));
    String old = text.substring(value.start, value.end);
    if (spans.fields.isEmpty()) {
      return splice(text, value, literal);
    }
    int number = Search.place(at, spans.fields.size());
    Span field = spans.fields.get(number);
    return switch (kind) {
      case REPLACE -> splice(text, value, literal);
      case NEST_ARRAYS -> splice(text, value, "[".repeat(DEPTH) + old + "]".repeat(DEPTH));
      case NEST_OBJECTS -> splice(text, value, "{\"a\":".repeat(DEPTH) + old + "}".repeat(DEPTH));
      case NEST_OPEN -> splice(text, value, "[".repeat(DEPTH));
      case DROP -> withoutField(text, field);
      case RENAME -> splice(text, spans.names.get(number), "\"" + "renamed ".repeat(with) + "\"");
      case REPEAT ->
          splice(
              text, new Span(field.end, field.end), "," + text.substring(field.start, field.end));
      case NUMBER -> withNumber(text, spans);
      case COPY -> splice(text, value, other(text, spans));
    };
  }

  /** Of the right kind, and yet not what anybody expects. */
  private String withNumber(String text, Spans spans) {
    List<Span> numbers =
        spans.values.stream()
            .filter(span -> NUMBER.matcher(text.substring(span.start, span.end)).matches())
            .toList();
    return numbers.isEmpty()
        ? text
        : splice(
            text,
            numbers.get(Search.place(at, numbers.size())),
            NUMBERS.get(with % NUMBERS.size()));
  }

  private String other(String text, Spans spans) {
    Span span = spans.values.get(Math.floorMod(at * 31 + with, spans.values.size()));
    return text.substring(span.start, span.end);
  }

  private static String splice(String text, Span span, String with) {
    return text.substring(0, span.start) + with + text.substring(span.end);
  }

  /** With the comma after it, or else the one before it. */
  private static String withoutField(String text, Span field) {
    String before = text.substring(0, field.start);
    String after = text.substring(field.end);
    return after.stripLeading().startsWith(",")
        ? before + after.stripLeading().substring(1)
        : before.replaceFirst(",\\s*$", "") + after;
  }

  private static Spans spans(String text) throws IOException {
    Spans spans = new Spans(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    Deque<Integer> starts = new ArrayDeque<>();
    Deque<Integer> names = new ArrayDeque<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        parser.finishToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        int end = (int) parser.currentLocation().getCharOffset();
        if (token == JsonToken.FIELD_NAME) {
          int length = text.indexOf('"', start + 1) + 1 - start;
          spans.names.add(new Span(start, start + length));
          names.push(start);
        } else if (token.isStructStart()) {
          starts.push(start);
          names.push(-1);
        } else {
          if (token.isStructEnd()) {
            start = starts.pop();
            names.pop();
          }
          spans.values.add(new Span(start, end));
          if (!names.isEmpty() && names.peek() >= 0) {
            spans.fields.add(new Span(names.pop(), end));
          }
        }
      }
    }
    if (spans.values.isEmpty()) {
      throw new IOException("no value");
    }
    return spans;
  }
}
