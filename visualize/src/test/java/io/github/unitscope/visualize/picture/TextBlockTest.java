package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextBlockTest {
  private static final String HASH = "sha256:" + "0123456789abcdef".repeat(20);

  private List<String> lines(String text, int width) {
    return new TextBlock(Style.TEXT, Style.INK, List.of(text), width).lines();
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 200, 601})
  void noLineIsWiderThanTheBlockAndNoCharacterIsLost(int width) {
    String text = "Model " + HASH + ", seed 1, a /path/without/spaces";
    List<String> lines = lines(text, width);
    for (String line : lines) {
      assertTrue(!line.isEmpty() && Style.TEXT.width(line) <= width, line);
    }
    assertEquals(text.replace(" ", ""), String.join("", lines).replace(" ", ""));
  }

  @Test
  void wordsThatFitAreNeverBroken() {
    String text = "restarts of every unit on the sphere";
    List<String> words = new ArrayList<>();
    lines(text, 120).forEach(line -> words.addAll(List.of(line.split(" "))));
    assertEquals(List.of(text.split(" ")), words);
    assertEquals(List.of(text), lines(text, 10_000));
  }

  @Test
  void aWidthInWhichNothingFitsGetsOneCharacterALine() {
    assertEquals(List.of("a", "b", "\uD835\uDEFD"), lines("ab\uD835\uDEFD", 1));
  }

  @Test
  void wordsWithoutSpacesStayInTheirPanelAndInTheMargins() {
    Tile tile = new Tile(new float[144], "7", true);
    Panel panel = new Panel(HASH, HASH, ImageShape.grey(12, 12), List.of(tile), 1, Scale.SHARED);
    BufferedImage image =
        FigureRenderer.render(new Figure("f", List.of(panel, panel, panel), List.of(HASH + HASH)));
    BufferedImage headers = image.getSubimage(0, 0, image.getWidth(), 200);
    int width = new PanelLayout(panel).width();
    assertWhite(image, 0, Style.MARGIN);
    assertWhite(image, image.getWidth() - Style.MARGIN + 2, image.getWidth());
    for (int i = 1; i < 3; i++) {
      int left = Style.MARGIN + i * (width + Style.PANEL_GAP);
      assertWhite(headers, left - Style.PANEL_GAP + 2, left);
    }
  }

  private static void assertWhite(BufferedImage image, int left, int right) {
    for (int x = left; x < right; x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        assertEquals(0xFFFFFF, image.getRGB(x, y) & 0xFFFFFF, x + ", " + y);
      }
    }
  }
}
