package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetteringTest {
  /** What names, legends and captions of unitscope are made of, beside ASCII. */
  private static final String SYMBOLS = "−·×Σσ²‖ᵀ…βρR̂π½±ε₀₁₂λµ√⁴∂←→–∞θΠ≥≤∝⁺⁻°⟨⟩⌊⌋⌈⌉äöüÄÖÜßéñçłşЖя";

  private static final String TEXT =
      "Layer 2, unit 7: ‖x‖ = 9.56, σ² ± 0.5 − λ · 10⁻³ × ∞ → Größe (split-R ≤ 1.10)";

  @Test
  void bothFontsHaveEveryCharacterOfTheProgramsTexts() {
    for (boolean bold : new boolean[] {false, true}) {
      Font font = Fonts.of(bold, 20);
      assertEquals(-1, font.canDisplayUpTo(SYMBOLS), "bold " + bold);
      IntStream.range(' ', 127).forEach(c -> assertTrue(font.canDisplay(c), "" + (char) c));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {13, 17, 19, 32})
  void inkStaysWithinTheMeasures(int size) {
    Lettering lettering = new Lettering(false, size);
    int width = lettering.width("Mqjg|ÄÅ_M");
    BufferedImage image = drawn(lettering, "Mqjg|ÄÅ_M", width + 40, 100);
    for (int y = 0; y < 100; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean inside =
            x >= 19
                && x <= 20 + width
                && y >= 60 - lettering.ascent() - 1
                && y <= 60 + lettering.descent();
        assertTrue(inside || image.getRGB(x, y) == 0xFFFFFFFF, x + ", " + y);
      }
    }
  }

  /**
   * The same on every machine: these were drawn by Java 17 and by Java 25, with other libraries.
   */
  @Test
  void textHasTheSamePixelsEverywhere() {
    assertEquals(441965948, hash(new Lettering(false, 19)));
    assertEquals(2103644392, hash(new Lettering(true, 32)));
  }

  private static int hash(Lettering lettering) {
    BufferedImage image = drawn(lettering, TEXT, 1600, 100);
    return Arrays.hashCode(((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }

  private static BufferedImage drawn(Lettering lettering, String text, int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, width, height);
    graphics.setColor(Color.BLACK);
    lettering.draw(graphics, text, 20, 60);
    graphics.dispose();
    return image;
  }
}
