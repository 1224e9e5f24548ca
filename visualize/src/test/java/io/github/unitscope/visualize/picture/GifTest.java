package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GifTest {
  private static final int ROWS_TOP = 16 + 3 * 20;

  @TempDir Path folder;

  private static Frame frame(String subtitle, float... values) {
    List<Strip> strips =
        List.of(
            new Strip(
                "input", 2, 2, List.of(new float[] {0, 1, 0.5f, 0}), Strip.Shading.UNIT_INTERVAL),
            new Strip("channel 0", 2, 2, List.of(values), Strip.Shading.SIGNED));
    return new Frame("conv1", subtitle, List.of("digit 7"), strips, 1);
  }

  /** The colour of a value of the second row: 28 times as large, below the first row. */
  private static int rgb(BufferedImage image, int row, int column) {
    int left = image.getWidth();
    int top = ROWS_TOP + 56 + 4 + row * 28 + 14;
    // The label's width depends on the fonts: the tile begins at the first pixel with its colour.
    for (int x = 0; x < left; x++) {
      if (image.getRGB(x, ROWS_TOP + 14) == 0xFF000000
          && image.getRGB(x + 27, ROWS_TOP + 14) == 0xFF000000) {
        return image.getRGB(x + column * 28 + 14, top);
      }
    }
    throw new AssertionError("no tile");
  }

  @Test
  void zeroIsWhiteAndTheScaleIsSymmetric() {
    BufferedImage image = FrameRenderer.render(frame("step 1", -1, 0, 1, 5));
    assertEquals(0xFFB2182B, rgb(image, 0, 0));
    assertEquals(0xFFFFFFFF, rgb(image, 0, 1));
    assertEquals(0xFF2166AC, rgb(image, 1, 0));
    assertEquals(0xFF2166AC, rgb(image, 1, 1), "beyond the scale");
  }

  @Test
  void theNegativeHalfOfThePaletteMirrorsThePositive() {
    for (double value = 0; value <= 1; value += 0.01) {
      assertEquals(
          SignedPalette.SIGNED - 1,
          SignedPalette.signed(value, 1) + SignedPalette.signed(-value, 1));
    }
    assertEquals(SignedPalette.signed(0.3, 1), SignedPalette.signed(0.6, 2));
    assertEquals(0xFFFFFFFF, SignedPalette.COLORS.getRGB(SignedPalette.signed(0, 1)));
    assertEquals(0xFF000000, SignedPalette.COLORS.getRGB(SignedPalette.grey(0)));
    assertEquals(0xFFFFFFFF, SignedPalette.COLORS.getRGB(SignedPalette.grey(1)));
    assertEquals(0xFFFF00FF, SignedPalette.COLORS.getRGB(SignedPalette.signed(Double.NaN, 1)));
    assertEquals(0xFFFF00FF, SignedPalette.COLORS.getRGB(SignedPalette.grey(Double.NaN)));
  }

  @Test
  void aScaleOfItsOwnEndsAtTheGreatestAbsoluteValue() {
    Strip strip = new Strip("", 1, 2, List.of(new float[] {-4, 1}), Strip.Shading.SIGNED_EACH);
    assertEquals(4, strip.limit(0, 1));
    Strip dead = new Strip("", 1, 1, List.of(new float[1]), Strip.Shading.SIGNED_EACH);
    assertEquals(1, dead.limit(0, 7));
  }

  @Test
  void whatIsReadBackHasTheFramesDelaysColoursAndComment() throws IOException {
    List<BufferedImage> frames = new ArrayList<>();
    for (int step = 0; step < 3; step++) {
      frames.add(FrameRenderer.render(frame("step " + step, step, 0.3f, -0.7f, -step)));
    }
    Path file = folder.resolve("a.gif");
    new Gif(8, 200, "unitscope run 0123abcd").write(frames, file);
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      reader.setInput(in);
      assertEquals(3, reader.getNumImages(true));
      for (int i = 0; i < 3; i++) {
        assertSamePixels(frames.get(i), reader.read(i));
        assertEquals(
            i < 2 ? "8" : "200", attribute(reader, i, "GraphicControlExtension", "delayTime"));
      }
      assertEquals("NETSCAPE", attribute(reader, 0, "ApplicationExtension", "applicationID"));
      assertEquals("unitscope run 0123abcd", attribute(reader, 0, "CommentExtension", "value"));
    } finally {
      reader.dispose();
    }
    byte[] bytes = Files.readAllBytes(file);
    assertTrue(
        new String(bytes, StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0\u0003\u0001\0\0"));
    new Gif(8, 200, "unitscope run 0123abcd").write(frames, file);
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }

  private static void assertSamePixels(BufferedImage expected, BufferedImage actual) {
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        assertEquals(expected.getRGB(x, y), actual.getRGB(x, y));
      }
    }
  }

  private static String attribute(ImageReader reader, int image, String node, String name)
      throws IOException {
    var root =
        (IIOMetadataNode) reader.getImageMetadata(image).getAsTree("javax_imageio_gif_image_1.0");
    return ((IIOMetadataNode) root.getElementsByTagName(node).item(0)).getAttribute(name);
  }

  @Test
  void whatIsNoAnimationIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new Gif(1, 10, ""));
    assertThrows(IllegalArgumentException.class, () -> new Gif(10, 70_000, ""));
    assertThrows(IllegalArgumentException.class, () -> new Gif(10, 10, "±"));
    Gif gif = new Gif(10, 10, "");
    assertThrows(
        IllegalArgumentException.class, () -> gif.write(List.of(), folder.resolve("b.gif")));
    BufferedImage rgb = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
    assertThrows(
        IllegalArgumentException.class, () -> gif.write(List.of(rgb), folder.resolve("b.gif")));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Strip("", 2, 2, List.of(new float[3]), Strip.Shading.SIGNED));
    assertNotEquals(frame("a", 0, 0, 0, 0), frame("b", 0, 0, 0, 0));
  }
}
