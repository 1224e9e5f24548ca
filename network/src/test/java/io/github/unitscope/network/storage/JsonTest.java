package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
  @TempDir Path folder;

  record Layer(String kind, int units) {}

  record Model(ImageShape shape, List<Layer> layers, double rate, Map<String, Integer> counts) {}

  private static final Model MODEL =
      new Model(
          ImageShape.grey(28, 20), List.of(new Layer("rbm", 500)), Double.NaN, Map.of("a", 1));

  @Test
  void whatIsWrittenIsReadBack() {
    Path file = folder.resolve("model.json");
    Json.write(file, MODEL);
    assertEquals(MODEL, Json.read(file, Model.class));
  }

  @Test
  void fieldsKeepTheirOrderAndMapsAreSorted() {
    assertEquals("{\n  \"kind\" : \"rbm\",\n  \"units\" : 5\n}\n", Json.text(new Layer("rbm", 5)));
    assertEquals(
        Json.text(Map.of("b", 1, "a", 2, "c", 3)), Json.text(Map.of("c", 3, "a", 2, "b", 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{'kind': 'rbm', 'units': 5, 'unit': 1}; unknown field 'unit'; line 1, column 38",
        "{'kind': 'rbm'}; field 'units': missing; line 1",
        "{'kind': 'rbm', 'units': null}; field 'units'; line 1",
        "{'kind': 'rbm', 'units': 1.5}; field 'units'; line 1",
        "{'kind': 'rbm', 'units': '5'}; field 'units'; line 1",
        "{'kind': 'rbm', 'units': 99999999999}; field 'units'; line 1",
        "{'kind': 'rbm', 'kind': 'rbm', 'units': 5}; Duplicate; line 1",
        "{'kind': 'rbm', 'units': 5} 6; Trailing; line 1",
        "{'kind': 'rbm', 'units'; not valid JSON; line 1",
        "null; holds null; ",
        "''; No content; ",
      })
  void whatIsWrongIsSaidWithItsPlace(String json, String reason, String place) throws IOException {
    Path file = Files.writeString(folder.resolve("layer.json"), json.replace('\'', '"').strip());
    if (json.isEmpty()) {
      Files.writeString(file, "");
    }
    String message = failure(file, Layer.class);
    assertTrue(message.contains(reason), message);
    assertTrue(message.contains(place == null ? "" : place), message);
  }

  record Later(String kind, @MayBeMissing String build, int units) {}

  @Test
  void onlyAFieldThatMayBeMissingIsNullWhereItIsNotThere() throws IOException {
    Path file = Files.writeString(folder.resolve("later.json"), "{\"kind\": \"a\", \"units\": 5}");
    assertEquals(new Later("a", null, 5), Json.read(file, Later.class));
    Files.writeString(file, "{\"kind\": \"a\", \"units\": 5, \"build\": \"b\"}");
    assertEquals(new Later("a", "b", 5), Json.read(file, Later.class));
    Files.writeString(file, "{\"kind\": \"a\", \"build\": \"b\"}");
    assertTrue(failure(file, Later.class).contains("field 'units': missing"));
  }

  @Test
  void whatARecordRefusesIsNamedWithItsField() throws IOException {
    Path file = folder.resolve("model.json");
    String json = Json.text(MODEL);
    Files.writeString(file, json.replace("20", "0"));
    String shape = failure(file, Model.class);
    assertTrue(shape.contains("field 'shape': image shape 1x28x0 has a dimension below"), shape);
    Files.writeString(file, json.replace("500", "\"many\""));
    String units = failure(file, Model.class);
    assertTrue(units.contains("field 'layers[0].units'"), units);
  }

  @Test
  void filesThatCannotBeJsonAreNamed() throws IOException {
    assertTrue(failure(folder, Layer.class).contains("is a folder"));
    assertTrue(failure(folder.resolve("none.json"), Layer.class).contains("no such file"));
    Path large = folder.resolve("large.json");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((16L << 20) + 1);
    }
    assertTrue(failure(large, Layer.class).contains("16 MiB"));
    Path binary = Files.write(folder.resolve("binary.json"), new byte[] {'{', '"', -1, -2, '"'});
    failure(binary, Layer.class);
  }

  @Test
  void whatWouldFillMemoryIsRefused() throws IOException {
    Path file = folder.resolve("bomb.json");
    Files.writeString(file, "[" + "[],".repeat(1_000_000) + "[]]");
    assertTrue(failure(file, Object.class).contains("Token count"), failure(file, Object.class));
    assertTrue(fieldFailure(file).contains("Token count"), fieldFailure(file));
    Files.writeString(file, "[".repeat(10_000));
    assertTrue(failure(file, Object.class).contains("depth"));
    Files.writeString(file, "{\"a\": 1" + "0".repeat(200) + "}");
    assertTrue(failure(file, Object.class).contains("Number"));
  }

  @Test
  void aFieldIsThatOfTheWholeAndWhatFollowsIsReadToo() throws IOException {
    Path file = folder.resolve("kind.json");
    Files.writeString(file, "{\"a\": {\"kind\": \"no\"}, \"kind\": \"dbn\", \"b\": [\"kind\"]}");
    assertEquals("dbn", Json.field(file, "kind"));
    Files.writeString(file, "{\"kind\": 5}");
    assertEquals("", Json.field(file, "kind"));
    Files.writeString(file, "{\"kind\": \"dbn\"} \"kind\"");
    assertEquals("dbn", Json.field(file, "kind"));
    Files.writeString(file, "{\"kind\": \"dbn\", ");
    fieldFailure(file);
  }

  /** Of what programmers are told nothing is left, nor of what would steer a terminal. */
  @Test
  void whatStrangersWriteIsShownHarmlessly() throws IOException {
    Path file = folder.resolve("layer.json");
    Files.writeString(file, "{\"kind\": \"rbm\", \"units\": null}");
    assertTrue(failure(file, Layer.class).endsWith("into type `int`"), failure(file, Layer.class));
    Files.writeString(
        file,
        String.format(
            Locale.ROOT,
            "{\"\\u001b[31m\\u009b2J\\u202e%s\": 1, \"kind\": \"a\", \"units\": 1}",
            "x".repeat(4000)));
    String message = failure(file, Layer.class);
    assertTrue(message.contains("'?[31m?2J?xxx") && message.length() < 700, message);
  }

  private static String fieldFailure(Path file) {
    return assertThrows(InvalidInputException.class, () -> Json.field(file, "kind")).getMessage();
  }

  private static String failure(Path file, Class<?> type) {
    String message =
        assertThrows(InvalidInputException.class, () -> Json.read(file, type)).getMessage();
    assertTrue(message.startsWith(file.toString()) || message.contains(file.toString()), message);
    assertEquals(1, message.lines().count(), message);
    return message;
  }
}
