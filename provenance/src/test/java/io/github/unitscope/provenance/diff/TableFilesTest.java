package io.github.unitscope.provenance.diff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TableFilesTest {

  @Test
  void numbersAreKnown() {
    for (String number : new String[] {"0", "-1.5", "+2e-3", ".5", "3.", "NaN", "-Infinity"}) {
      assertTrue(TableFiles.isNumber(number), number);
    }
    for (String text : new String[] {"", "-", "1e", "0x1p3", "1 2", "a"}) {
      assertFalse(TableFiles.isNumber(text), text);
    }
  }

  @Test
  void aLongTextIsRefusedFast() {
    String digits = "1".repeat(1_000_000) + "x";
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertFalse(TableFiles.isNumber(digits)));
  }
}
