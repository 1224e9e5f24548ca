package io.github.unitscope.network.storage;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.unitscope.network.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Records as JSON files: equal records give equal bytes, and a file must fit its record exactly.
 */
public final class Json {
  /** No file of ours comes near; a stranger's must not fill the memory. */
  private static final long LARGEST_FILE = 64L << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private static final ObjectWriter WRITER = MAPPER.writer(prettyPrinter());

  private Json() {}

  private static DefaultPrettyPrinter prettyPrinter() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter().withObjectIndenter(lines);
  }

  /** A record as text, ending with a line end. */
  public static String text(Object value) {
    try {
      return WRITER.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(value.getClass() + " cannot be written as JSON", e);
    }
  }

  /**
   * Writes a record to a file.
   *
   * @throws InvalidInputException if it cannot be written
   */
  public static void write(Path file, Object value) {
    try {
      Files.write(file, text(value).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw FileProblem.of("cannot write", file, e);
    }
  }

  /**
   * Reads a record from a file.
   *
   * @throws InvalidInputException if the file is missing, too large, not JSON, or has a field too
   *     many or too few
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new InvalidInputException(
            "%s has %d bytes, more than any file of unitscope: is it another one?"
                .formatted(file, Files.size(file)));
      }
      T value = MAPPER.readValue(Files.readAllBytes(file), type);
      if (value == null) {
        throw new InvalidInputException(file + " is empty; make or copy it again");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw damaged(file, e);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }

  private static InvalidInputException damaged(Path file, JsonProcessingException e) {
    if (e.getCause() instanceof InvalidInputException invalid) {
      return new InvalidInputException(file + ": " + invalid.getMessage(), e);
    }
    StringBuilder where = new StringBuilder(file.toString());
    JsonLocation location = e.getLocation();
    if (location != null && location.getLineNr() > 0) {
      where.append(" line ").append(location.getLineNr());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      where.append(" field ");
      mapping.getPath().forEach(step -> where.append('/').append(name(step)));
    }
    String what = Quoted.bare(e.getOriginalMessage().lines().findFirst().orElse("not JSON"));
    return new InvalidInputException(where + ": " + what, e);
  }

  private static String name(JsonMappingException.Reference step) {
    return step.getFieldName() == null
        ? String.valueOf(step.getIndex())
        : Quoted.bare(step.getFieldName());
  }
}
