package io.github.unitscope.network.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "conv2d_1/relu",
        "gämse, „Reh“",
        "猫",
        "می‌خواهم",
        "\ud83d\udc69\u200d\ud83d\ude80"
      })
  void harmlessTextsStayAsTheyAre(String text) {
    assertEquals(text, PlainText.of(text));
  }

  @ParameterizedTest
  @CsvSource({
    "000a", "000d", "0009", "0000", "001b", "007f", "0085", "009b", "00ad", "061c", "200b", "200e",
    "202e", "2028", "2029", "2066", "d83d", "dc69", "feff"
  })
  void whatForgesSteersOrHidesIsShownAsAQuestionMark(String code) {
    String character = String.valueOf((char) Integer.parseInt(code, 16));
    assertEquals("a?b", PlainText.of("a" + character + "b"));
  }
}
