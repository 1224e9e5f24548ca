package io.github.unitscope.experiments.gallery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.unitscope.experiments.options.ImageOptions;
import io.github.unitscope.network.Quantity;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.message.PlainText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class PageTest {
  @Test
  void numbersHaveFiveDigitsAndWhatIsNoneIsNull() {
    double[] values = {
      1.23456789,
      -0.000123456789,
      123456789,
      3,
      0,
      -0.0,
      1e-12,
      Double.NaN,
      Double.NEGATIVE_INFINITY
    };
    assertEquals(
        "f([1.2346,-0.00012346,123460000,3,0,0,1E-12,null,null]);\n", Script.call("f", values));
  }

  @Test
  void noTextEndsTheScript() throws IOException {
    String evil = "</script><!--&amp;\u2028\u2029\"\\ “Ünïcode” \n";
    String call = Script.call("f", Map.of("a", evil, evil, 1));
    String json = call.substring(2, call.length() - 3);
    for (String character : List.of("<", ">", "&", "\u2028", "\u2029", "\n")) {
      assertFalse(json.contains(character), call);
    }
    assertEquals(PlainText.of(evil), new ObjectMapper().readTree(json).get("a").asText());
    assertEquals(1, new ObjectMapper().readTree(json).get(evil).asInt());
  }

  @Test
  void pageHoldsItsStyleItsScriptsAndTheTitleAsText() {
    String page = PageText.with("a</title><script>alert(1)</script> /*CSS*/ $1");
    assertTrue(
        page.contains(
            "<title>a&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; /*CSS*/ $1</title>"));
    assertFalse(page.contains("/*JS*/"));
    assertEquals(1, page.split("</title>", -1).length - 1);
    assertEquals(1, page.split("</style>", -1).length - 1);
    assertEquals(page.split("<script", -1).length, page.split("</script>", -1).length);
  }

  @ParameterizedTest
  @CsvSource({"0,0.99,9,96", "1,1,9,96", "1,0.99,1,96", "1,0.99,65,96", "1,0.99,9,15"})
  void settingsOutOfTheirRangeAreRefused(int restarts, double threshold, int examples, int tile) {
    ImageOptions.Part part = new ImageOptions.Part(ImageOptions.Split.TRAIN, 1);
    assertThrows(
        InvalidInputException.class,
        () ->
            new GallerySettings(
                List.of(),
                restarts,
                Quantity.ACTIVATION,
                null,
                threshold,
                null,
                null,
                null,
                examples,
                part,
                tile));
  }
}
