package io.github.unitscope.network.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Records as JSON files, strictly.
 *
 * <p>Fields come in the order of the record, entries of maps in that of their keys, lines end with
 * LF: equal values give equal bytes. On reading, an unknown field, a missing one and one that is
 * there twice are errors; {@link MayBeMissing} exempts a field from being there.
 */
public final class Json {
  /** Far above any model description or manifest. */
  private static final int LARGEST_MEBIBYTES = 16;

  private static final int LARGEST_BYTES = LARGEST_MEBIBYTES << 20;

  /**
   * Above what any file of ours needs, and low enough that a stranger's file takes some 100 MB of
   * memory at most: an empty array is two bytes in a file and fifty in memory.
   */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxTokenCount(1_000_000)
          .maxNestingDepth(100)
          .maxNumberLength(100)
          .maxNameLength(4096)
          .maxStringLength(1 << 20)
          .build();

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build())
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(JsonParser.Feature.AUTO_CLOSE_SOURCE)
          .injectableValues(new InjectableValues.Std().addValue(MayBeMissing.VALUE, null))
          .defaultPrettyPrinter(printer())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private Json() {}

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines);
  }

  /**
   * The value as JSON, ending with a line end.
   *
   * @throws IllegalArgumentException if Jackson does not know how
   */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON for " + value.getClass(), e);
    }
  }

  /**
   * The value as JSON with all fields sorted, also those of records: the same for a value and for
   * what is read back from its file, where a record may have become a map.
   */
  public static String canonicalText(Object value) {
    try {
      return text(MAPPER.readValue(text(value), Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }

  /** The value as a tree, as it would be read from its file. */
  public static JsonNode tree(Object value) {
    try {
      return MAPPER.readTree(text(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON of our own cannot be read", e);
    }
  }

  /**
   * Writes the value with {@link AtomicFile}.
   *
   * @throws InvalidInputException if the file cannot be written
   */
  public static void write(Path path, Object value) {
    AtomicFile.write(path, text(value).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a value.
   *
   * @throws InvalidInputException if the file is missing or above 16 MiB, is not JSON, or does not
   *     fit the type; the message names the file, the field, the line and the column
   */
  public static <T> T read(Path path, Class<T> type) {
    return read(path, bytesOf(path), type);
  }

  /** As {@link #read(Path, Class)}, of bytes that were read from the path. */
  static <T> T read(Path path, byte[] bytes, Class<T> type) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new InvalidInputException(path + " holds null; write the file again");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw JsonProblem.of(path, e);
    } catch (IOException e) {
      throw new InvalidInputException(path + " is not JSON in UTF-8", e);
    }
  }

  /**
   * Reads one text field of a file whose other fields are not known yet.
   *
   * @return the text, or an empty one if there is no such field or it is no text
   * @throws InvalidInputException if the file is missing or above 16 MiB, or is not JSON
   */
  public static String field(Path path, String name) {
    return field(path, bytesOf(path), name);
  }

  /** As {@link #field(Path, String)}, of bytes that were read from the path. */
  static String field(Path path, byte[] bytes, String name) {
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      String found = "";
      boolean object = parser.nextToken() == JsonToken.START_OBJECT;
      // To the end, although the field may come first: what follows must be JSON too.
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        JsonStreamContext around = parser.getParsingContext().getParent();
        if (object
            && token == JsonToken.VALUE_STRING
            && around != null
            && around.inRoot()
            && name.equals(parser.currentName())) {
          found = parser.getText();
        }
      }
      return found;
    } catch (JsonProcessingException e) {
      throw JsonProblem.of(path, e);
    } catch (IOException e) {
      throw new InvalidInputException(path + " is not JSON in UTF-8", e);
    }
  }

  /**
   * The bytes of a JSON file.
   *
   * @throws InvalidInputException if the file is missing or above 16 MiB
   */
  static byte[] bytesOf(Path path) {
    if (Files.isDirectory(path)) {
      throw new InvalidInputException(path + " is a folder where a JSON file is needed");
    }
    try (InputFile file = InputFile.open(path)) {
      if (file.size() > LARGEST_BYTES) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s is larger than %d MiB, so it is not a JSON file of unitscope",
                path,
                LARGEST_MEBIBYTES));
      }
      return file.bytes();
    } catch (IOException e) {
      throw FileProblem.of("cannot read", path, e);
    }
  }
}
