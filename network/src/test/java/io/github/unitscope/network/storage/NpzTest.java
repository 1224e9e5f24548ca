package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.unitscope.network.random.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpzTest {
  @TempDir Path folder;

  static Map<String, NpyArray> everyKind() {
    Map<String, NpyArray> arrays = new LinkedHashMap<>();
    arrays.put("layer1.weights", NpyArray.of(new float[] {1, -2, Float.NaN, 4, 5, 6}, 2, 3));
    arrays.put("doubles", NpyArray.of(new double[] {Math.PI, Double.NEGATIVE_INFINITY}, 2));
    arrays.put("ints", NpyArray.of(new int[] {Integer.MIN_VALUE, 7, 8, 9}, 2, 1, 2));
    arrays.put("longs", NpyArray.of(new long[] {Long.MAX_VALUE}, 1, 1));
    arrays.put("bools", NpyArray.of(new boolean[] {true, false, true}, 3));
    arrays.put("bytes", NpyArray.of(new byte[] {0, -1}, 2));
    arrays.put("scalar", NpyArray.of(new double[] {2.5}));
    arrays.put("empty", NpyArray.of(new float[0], 0, 7));
    arrays.put("long header", NpyArray.of(new float[1], 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1));
    return arrays;
  }

  static byte[] archive(Map<String, NpyArray> arrays, boolean deflate) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NpzWriter npz = deflate ? NpzWriter.deflated(out) : NpzWriter.stored(out)) {
      for (Map.Entry<String, NpyArray> array : arrays.entrySet()) {
        npz.add(array.getKey(), array.getValue());
      }
    }
    return out.toByteArray();
  }

  private Path write(Map<String, NpyArray> arrays, boolean deflate) throws IOException {
    return Files.write(folder.resolve("a.npz"), archive(arrays, deflate));
  }

  private static Path resource(String name) throws Exception {
    return Path.of(NpzTest.class.getResource(name).toURI());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsWrittenIsReadBack(boolean deflate) throws Exception {
    Map<String, NpyArray> arrays = everyKind();
    try (NpzReader npz = NpzReader.open(write(arrays, deflate))) {
      assertEquals(List.copyOf(arrays.keySet()), List.copyOf(npz.names()));
      for (String name : npz.names()) {
        assertEquals(arrays.get(name), npz.get(name), name);
      }
    }
  }

  @Test
  void arraysLargerThanAChunkAreReadBack() throws Exception {
    SplitMix64 random = new SplitMix64(1);
    float[] values = new float[123 * 457];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat((int) random.nextLong() & 0x7F7FFFFF);
    }
    NpyArray array = NpyArray.of(values, 123, 457);
    try (NpzReader npz = NpzReader.open(write(Map.of("a", array), false))) {
      assertEquals(array, npz.get("a", NpyType.FLOAT32, 123, 457));
      assertEquals(array, NpyArray.ofRows(npz.get("a").rows()));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void equalArraysGiveEqualBytesInEveryTimeZone(boolean deflate) throws Exception {
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      byte[] first = archive(everyKind(), deflate);
      TimeZone.setDefault(TimeZone.getTimeZone("America/Los_Angeles"));
      assertArrayEquals(first, archive(everyKind(), deflate));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void filesOfNumpyAreRead() throws Exception {
    try (NpzReader npz = NpzReader.open(resource("numpy.npz"))) {
      assertArrayEquals(
          new float[] {0, 0.25f, 0.5f, 0.75f, 1, 1.25f},
          npz.get("floats", NpyType.FLOAT32, 2, 3).floats());
      double[] counting = new double[24];
      for (int i = 0; i < 24; i++) {
        counting[i] = i;
      }
      assertArrayEquals(counting, npz.get("fortran", NpyType.FLOAT64, 2, 3, 4).doubles());
      assertArrayEquals(new int[] {-1, Integer.MAX_VALUE}, npz.get("ints").ints());
      assertArrayEquals(new long[] {1L << 40}, npz.get("longs").longs());
      assertArrayEquals(new boolean[] {true, false, true}, npz.get("bools").booleans());
      assertArrayEquals(new byte[] {0, -1}, npz.get("bytes").bytes());
      assertArrayEquals(new double[] {2.5}, npz.get("scalar", NpyType.FLOAT64).doubles());
      assertEquals(0, npz.get("empty", NpyType.FLOAT32, 0, 7).size());
    }
  }

  static Stream<Arguments> ordersAndVersions() {
    return Stream.of("C", "F")
        .flatMap(order -> Stream.of(1, 2, 3).map(version -> arguments(order, version)));
  }

  @ParameterizedTest
  @MethodSource("ordersAndVersions")
  void everyTypeOrderAndVersionOfNumpyIsRead(String order, int version) throws Exception {
    String name = "%s " + order + " " + version;
    int[] shape = {1, 2, 3};
    try (NpzReader npz = NpzReader.open(resource("numpy-orders.npz"))) {
      assertEquals(
          NpyArray.of(new float[] {0, 1, 2, 3, 4, 1}, shape),
          npz.get(String.format(Locale.ROOT, name, "float32")));
      assertEquals(
          NpyArray.of(new double[] {0, 1, 2, 3, 4, 1}, shape),
          npz.get(String.format(Locale.ROOT, name, "float64")));
      assertEquals(
          NpyArray.of(new int[] {0, 1, 2, 3, 4, 1}, shape),
          npz.get(String.format(Locale.ROOT, name, "int32")));
      assertEquals(
          NpyArray.of(new long[] {0, 1, 2, 3, 4, 1}, shape),
          npz.get(String.format(Locale.ROOT, name, "int64")));
      assertEquals(
          NpyArray.of(new byte[] {0, 1, 2, 3, 4, 1}, shape),
          npz.get(String.format(Locale.ROOT, name, "uint8")));
      assertEquals(
          NpyArray.of(new boolean[] {false, true, true, true, true, true}, shape),
          npz.get(String.format(Locale.ROOT, name, "bool")));
    }
  }

  @Test
  void compressedFilesOfNumpyAreRead() throws Exception {
    try (NpzReader npz = NpzReader.open(resource("numpy-compressed.npz"))) {
      assertArrayEquals(new float[2000], npz.get("zeros", NpyType.FLOAT32, 40, 50).floats());
      assertArrayEquals(new int[] {0, 1, 2, 3, 4, 5}, npz.get("fortran").ints());
    }
  }

  @Test
  void aShapeOrTypeThatIsNotTheNeededOneIsNamed() throws Exception {
    try (NpzReader npz = NpzReader.open(write(everyKind(), false))) {
      String shape =
          assertThrows(
                  RuntimeException.class, () -> npz.get("layer1.weights", NpyType.FLOAT32, -1, 400))
              .getMessage();
      assertEquals(
          folder.resolve("a.npz")
              + ": array 'layer1.weights' has shape [2, 3] where [any, 400] is needed",
          shape);
      String type =
          assertThrows(RuntimeException.class, () -> npz.get("ints", NpyType.FLOAT32, 2, 1, 2))
              .getMessage();
      assertEquals(
          folder.resolve("a.npz") + ": array 'ints' has dtype INT32 where FLOAT32 is needed", type);
    }
  }

  private static byte[] archiveOfRows(boolean deflate, int columns, float[]... rows)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (NpzWriter npz = deflate ? NpzWriter.deflated(out) : NpzWriter.stored(out)) {
      npz.addRows("a", rows.length, columns, row -> rows[row]);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void rowsOneByOneGiveTheBytesOfTheWholeArray(boolean deflate) throws Exception {
    float[][] rows = {{1, Float.NaN, 3}, {4, 5, -0f}};
    assertArrayEquals(
        archive(Map.of("a", NpyArray.ofRows(rows)), deflate), archiveOfRows(deflate, 3, rows));
    float[][] wide = {new float[40_000], new float[40_000]};
    wide[1][39_999] = 7;
    assertArrayEquals(
        archive(Map.of("a", NpyArray.ofRows(wide)), deflate), archiveOfRows(deflate, 40_000, wide));
    assertArrayEquals(
        archive(Map.of("a", NpyArray.of(new float[0], 0, 7)), deflate), archiveOfRows(deflate, 7));
  }

  @Test
  void rowsThatDoNotFitOrChangeAreRefused() throws Exception {
    assertThrows(
        IllegalArgumentException.class, () -> archiveOfRows(false, 2, new float[2], new float[3]));
    try (NpzWriter npz = NpzWriter.deflated(new ByteArrayOutputStream())) {
      assertThrows(
          IllegalArgumentException.class, () -> npz.addRows("a", 1 << 16, 1 << 15, row -> null));
      assertThrows(IllegalArgumentException.class, () -> npz.addRows("b", -1, 0, row -> null));
    }
    AtomicInteger asked = new AtomicInteger();
    NpzWriter changing = NpzWriter.stored(new ByteArrayOutputStream());
    assertThrows(
        IOException.class,
        () -> changing.addRows("a", 1, 1, row -> new float[] {asked.incrementAndGet()}));
  }

  @Test
  void theWriterRefusesPathsAndRepeatedNames() throws Exception {
    try (NpzWriter npz = NpzWriter.stored(new ByteArrayOutputStream())) {
      NpyArray array = NpyArray.of(new float[1], 1);
      npz.add("a", array);
      for (String name : List.of("a", "", "../a", "b/c", "b\\c", "b\n", "..")) {
        assertThrows(IllegalArgumentException.class, () -> npz.add(name, array), name);
      }
    }
  }

  @Test
  void arraysAreNotChangedThroughWhatTheyWereMadeOf() {
    float[] values = {1, 2};
    int[] shape = {2};
    NpyArray array = NpyArray.of(values, shape);
    values[0] = 9;
    shape[0] = 9;
    array.floats()[1] = 9;
    array.shape()[0] = 9;
    assertEquals(NpyArray.of(new float[] {1, 2}, 2), array);
    assertThrows(IllegalStateException.class, array::ints);
    assertThrows(IllegalArgumentException.class, () -> NpyArray.of(new float[2], 3));
    assertThrows(IllegalArgumentException.class, () -> NpyArray.of(new float[2], -1, -2));
  }
}
