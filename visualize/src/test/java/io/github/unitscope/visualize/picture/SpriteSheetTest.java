package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpriteSheetTest {
  @TempDir static Path folder;

  /** Every tile has one value, so that it is found again by its shade, in files of any number. */
  @Test
  void everyTileIsWhereTheNumbersSay() {
    ImageShape tile = ImageShape.grey(30, 500);
    List<BufferedImage> files = new ArrayList<>();
    int count = 700;
    SpriteSheet sheet = new SpriteSheet(tile, count, files::add);
    for (int i = 0; i < count; i++) {
      float[] values = new float[tile.size()];
      Arrays.fill(values, i % 256 / 255f);
      sheet.add(values, Scale.UNIT_INTERVAL);
    }
    assertTrue(files.size() > 1);
    assertEquals((count + sheet.tilesPerFile() - 1) / sheet.tilesPerFile(), files.size());
    for (int i = 0; i < count; i++) {
      BufferedImage file = files.get(i / sheet.tilesPerFile());
      assertTrue(Math.max(file.getWidth(), file.getHeight()) <= SpriteSheet.LONGEST_SIDE);
      int place = i % sheet.tilesPerFile();
      int left = place % sheet.columns() * 500;
      int top = place / sheet.columns() * 30;
      assertEquals(i % 256, file.getRaster().getSample(left, top, 0));
      assertEquals(i % 256, file.getRaster().getSample(left + 499, top + 29, 0));
    }
    assertThrows(
        IllegalStateException.class, () -> sheet.add(new float[tile.size()], Scale.UNIT_INTERVAL));
  }

  @Test
  void zeroIsGreyAndTheLimitIsThatOfTheTile() {
    List<BufferedImage> files = new ArrayList<>();
    SpriteSheet sheet = new SpriteSheet(ImageShape.grey(1, 3), 1, files::add);
    sheet.add(new float[] {-4, 0, 2}, Scale.PER_TILE);
    int[] shades = files.get(0).getRaster().getPixels(0, 0, 3, 1, (int[]) null);
    assertArrayEquals(new int[] {1, 128, 192}, shades);
  }

  @Test
  void reductionKeepsMeansAndSmallImages() {
    ImageShape from = ImageShape.grey(2, 6);
    float[] image = {0, 3, 6, 1, 1, 1, 2, 5, 8, 1, 1, 1};
    assertArrayEquals(
        new float[] {4, 1}, AreaDownscale.of(image, from, AreaDownscale.fit(from, 2)), 1e-6f);
    // A pixel covers one and a half of each row.
    assertArrayEquals(
        new float[] {2, 6, 1, 1}, AreaDownscale.of(image, from, ImageShape.grey(1, 4)), 1e-6f);
    assertEquals(from, AreaDownscale.fit(from, 6));
    assertSame(image, AreaDownscale.of(image, from, from));
  }

  @Test
  void jpegKeepsItsCommentAndNearlyItsColours() throws IOException {
    BufferedImage image = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 32; x++) {
      for (int y = 0; y < 16; y++) {
        image.setRGB(x, y, x < 16 ? 0x2040C0 : 0xC08020);
      }
    }
    Path file = folder.resolve("a.jpg");
    Jpeg.write(image, "unitscope:run 123", file);
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertTrue(bytes.contains("unitscope:run 123"));
    BufferedImage read = ImageIO.read(file.toFile());
    // Blocks do not run into each other.
    int[] left = read.getRaster().getPixel(15, 8, (int[]) null);
    int[] right = read.getRaster().getPixel(16, 8, (int[]) null);
    assertNear(new int[] {0x20, 0x40, 0xC0}, left);
    assertNear(new int[] {0xC0, 0x80, 0x20}, right);
  }

  private static void assertNear(int[] expected, int[] actual) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 4);
    }
  }
}
