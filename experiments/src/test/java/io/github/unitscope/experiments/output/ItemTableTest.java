package io.github.unitscope.experiments.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ItemTableTest {
  @Test
  void titlesAndCellsStandInTheSameOrder() {
    String csv =
        new ItemTable<>(List.of("a", "=b"))
            .column("word", word -> word)
            .column("length", String::length)
            .column("second", word -> word.length() > 1 ? word.charAt(1) : null)
            .csv();
    assertEquals("word,length,second\na,1,\n'=b,2,b\n", csv);
  }

  @Test
  void withoutItemsOnlyTheHeaderStands() {
    assertEquals(
        "length\n", new ItemTable<>(List.<String>of()).column("length", String::length).csv());
  }
}
