package io.github.unitscope.visualize.select;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unitscope.network.message.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassNamesTest {
  private static final List<String> CLASSES = List.of("cat", "7", "dog, hound", "0", "dog");

  @Test
  void aNameComesBeforeANumber() {
    assertEquals(3, ClassNames.indexOf("0", CLASSES));
    assertEquals(1, ClassNames.indexOf("7", CLASSES));
  }

  @Test
  void whatIsNoNameIsANumber() {
    assertEquals(2, ClassNames.indexOf("2", CLASSES));
  }

  @Test
  void oneOfSeveralNamesWillDoInAnyCase() {
    assertEquals(2, ClassNames.indexOf("Hound", CLASSES));
    assertEquals(2, ClassNames.indexOf("dog, hound", CLASSES));
  }

  @Test
  void unknownAndAmbiguousNamesAreRefused() {
    assertMessage("unknown class 'bird'; expected a name, or a number from 0 to 4", "bird");
    assertMessage("'dog' is the name of 2 classes; expected a number, such as 2 or 4", "dog");
    assertMessage("unknown class '5'; expected a name, or a number from 0 to 4", "5");
  }

  private static void assertMessage(String message, String name) {
    assertEquals(
        message,
        assertThrows(InvalidInputException.class, () -> ClassNames.indexOf(name, CLASSES))
            .getMessage());
  }
}
