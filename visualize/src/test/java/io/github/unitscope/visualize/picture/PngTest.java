package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PngTest {
  @TempDir Path folder;

  private static BufferedImage image() {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB);
    image.setRGB(2, 1, 0x123456);
    return image;
  }

  private static byte[] bytes(Map<String, String> texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Png.write(image(), texts, out);
    return out.toByteArray();
  }

  private static Map<String, String> texts(byte[] png, String chunk, String attribute)
      throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
      reader.setInput(in);
      var root = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      var entries = root.getElementsByTagName(chunk + "Entry");
      Map<String, String> texts = new TreeMap<>();
      for (int i = 0; i < entries.getLength(); i++) {
        IIOMetadataNode entry = (IIOMetadataNode) entries.item(i);
        texts.put(entry.getAttribute("keyword"), entry.getAttribute(attribute));
      }
      return texts;
    } finally {
      reader.dispose();
    }
  }

  @Test
  void aStreamGetsTheBytesOfTheFileAndStaysOpen() throws IOException {
    Map<String, String> texts = Map.of("Software", "unitscope", "Comment", "±0.83");
    Path file = folder.resolve("a.png");
    Png.write(image(), texts, file);
    boolean[] closed = new boolean[1];
    ByteArrayOutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    Png.write(image(), texts, out);
    assertArrayEquals(Files.readAllBytes(file), out.toByteArray());
    assertFalse(closed[0]);
    assertEquals(0x123456, ImageIO.read(file.toFile()).getRGB(2, 1) & 0xFFFFFF);
  }

  @Test
  void textsAreReadBackAsTheyWereGivenBeyondLatin1Too() throws IOException {
    byte[] png = bytes(Map.of("Software", "unitscope ±", "Title", "‖x‖ = β — 単位"));
    assertEquals(Map.of("Software", "unitscope ±"), texts(png, "tEXt", "value"));
    assertEquals(Map.of("Title", "‖x‖ = β — 単位"), texts(png, "iTXt", "text"));
    assertEquals(Map.of(), texts(bytes(Map.of()), "tEXt", "value"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " lead", "trail ", "β", "two\nlines", "80"})
  void keywordsThatNoPngCanHaveAreRefusedBeforeAnythingIsWritten(String keyword) {
    Map<String, String> texts = Map.of(keyword.equals("80") ? "x".repeat(80) : keyword, "v");
    Path file = folder.resolve("refused.png");
    assertThrows(IllegalArgumentException.class, () -> Png.write(image(), texts, file));
    assertFalse(Files.exists(file));
  }
}
