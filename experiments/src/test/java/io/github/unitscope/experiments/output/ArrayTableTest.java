package io.github.unitscope.experiments.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.storage.NpyArray;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrayTableTest {
  private static final List<String> WORDS = List.of("a", "bcd", "ef", "", "gh", "i");

  private static float[] twice(String word) {
    return new float[] {word.length(), 2 * word.length()};
  }

  @Test
  void dimensionsOfItemsStandBeforeThoseOfARow() {
    Map<String, NpyArray> arrays =
        new ArrayTable<>("p.", WORDS, 2, 3)
            .ints("length", String::length)
            .booleans("empty", String::isEmpty)
            .rows("pair", ArrayTableTest::twice)
            .rows("column", ArrayTableTest::twice, 2, 1)
            .arrays();
    assertEquals(
        List.of("p.length", "p.empty", "p.pair", "p.column"), List.copyOf(arrays.keySet()));
    assertEquals(NpyArray.of(new int[] {1, 3, 2, 0, 2, 1}, 2, 3), arrays.get("p.length"));
    assertArrayEquals(new int[] {2, 3, 2}, arrays.get("p.pair").shape());
    assertArrayEquals(new int[] {2, 3, 2, 1}, arrays.get("p.column").shape());
    assertArrayEquals(
        new float[] {1, 2, 3, 6, 2, 4, 0, 0, 2, 4, 1, 2}, arrays.get("p.column").floats());
  }

  @Test
  void nothingIsAnArrayWithoutRows() {
    Map<String, NpyArray> arrays =
        new ArrayTable<>(List.<String>of())
            .doubles("length", String::length)
            .rows("pair", ArrayTableTest::twice)
            .arrays();
    assertArrayEquals(new int[] {0}, arrays.get("length").shape());
    assertArrayEquals(new int[] {0, 0}, arrays.get("pair").shape());
  }

  @Test
  void aShapeOfAnotherSizeIsRefused() {
    ArrayTable<String> table = new ArrayTable<>("", WORDS, 2, 2);
    assertThrows(IllegalArgumentException.class, () -> table.ints("length", String::length));
  }
}
