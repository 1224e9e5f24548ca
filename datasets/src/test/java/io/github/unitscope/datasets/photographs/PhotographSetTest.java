package io.github.unitscope.datasets.photographs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotographSetTest {
  @TempDir Path folder;

  private final List<String> warnings = new ArrayList<>();

  private PhotographSet set(int channels, int size) {
    return PhotographSet.of(folder, new ImageShape(channels, size, size), warnings::add);
  }

  private static float[] scaled(int height, int width, int size, float... plane) {
    float[] pixels = new float[size * size];
    new CentreCrop(height, width, ImageShape.grey(size, size))
        .apply(new Picture(height, width, new float[][] {plane}), pixels);
    return pixels;
  }

  @Test
  void theMiddleSquareIsKeptAsItIs() {
    float[] middle = scaled(2, 4, 2, 0, .1f, .2f, 0, 0, .3f, .4f, 0);
    assertArrayEquals(new float[] {.1f, .2f, .3f, .4f}, middle, 1e-6f);
    float[] upright = scaled(5, 2, 2, 0, 0, .1f, .2f, .3f, .4f, 0, 0, 0, 0);
    assertArrayEquals(new float[] {.1f, .2f, .3f, .4f}, upright, 1e-6f);
  }

  @Test
  void anImageThatIsNotSquareKeepsItsProportions() {
    float[] plane = new float[6 * 8];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i / 48f;
    }
    float[] pixels = new float[2 * 4];
    new CentreCrop(6, 8, ImageShape.grey(2, 4))
        .apply(new Picture(6, 8, new float[][] {plane}), pixels);
    // Of six rows the four in the middle become two; at a border, weights 3/4 3/4 1/4 are left.
    double[] rows = {1 + (0.75 + 0.5) / 1.75, 1 + 3 - (0.75 + 0.5) / 1.75};
    for (int row = 0; row < 2; row++) {
      for (int column = 1; column < 3; column++) {
        double expected = (rows[row] * 8 + 2 * column + 0.5) / 48;
        assertEquals(expected, pixels[row * 4 + column], 1e-6);
      }
    }
    float[] same = new float[48];
    new CentreCrop(6, 8, ImageShape.grey(6, 8))
        .apply(new Picture(6, 8, new float[][] {plane}), same);
    assertArrayEquals(plane, same, 1e-6f);
    float[] part = new float[12];
    new CentreCrop(6, 8, ImageShape.grey(6, 2))
        .apply(new Picture(6, 8, new float[][] {plane}), part);
    assertArrayEquals(new float[] {plane[3], plane[4]}, new float[] {part[0], part[1]}, 1e-6f);
  }

  /** Along a line 0 1 0 1, halved: weights 3/4 3/4 1/4 of the inner pixels at the left end. */
  @Test
  void halvingAveragesOverNeighbours() {
    float[] line = {0, 1, 0, 1};
    float[] plane = new float[16];
    for (int i = 0; i < 16; i++) {
      plane[i] = line[i % 4];
    }
    float[] half = scaled(4, 4, 2, plane);
    assertEquals(0.75 / 1.75, half[0], 1e-6);
    assertEquals((0.25 + 0.75) / 1.75, half[1], 1e-6);
  }

  /** A finer stripe than the new pixels can show becomes grey, not a coarser stripe. */
  @Test
  void stripesThatAreTooFineBecomeGrey() {
    float[] plane = new float[90 * 90];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = i % 90 % 2;
    }
    for (float value : scaled(90, 90, 26, plane)) {
      assertEquals(0.5, value, 0.06);
    }
  }

  @Test
  void doublingInterpolates() {
    float[] twice = scaled(2, 2, 4, 0, 1, 0, 1);
    assertArrayEquals(
        new float[] {0, .25f, .75f, 1},
        new float[] {twice[0], twice[1], twice[2], twice[3]},
        1e-6f);
  }

  @Test
  void readsEachPhotographWhenItIsAskedFor() throws IOException {
    BufferedImage image = Photographs.blocks(40, 30, BufferedImage.TYPE_INT_RGB, 1);
    Files.write(folder.resolve("one.png"), Photographs.encoded(image, "png"));
    Files.write(folder.resolve("broken.png"), new byte[30]);
    PhotographSet set = set(3, 30);
    assertEquals(1, set.size());
    assertEquals("one", set.name(0));
    assertEquals(1, warnings.size());
    float[] pixels = new float[set.shape().size()];
    set.read(0, pixels);
    int rgb = image.getRGB(5 + 7, 11);
    assertEquals((rgb >> 16 & 0xFF) / 255f, pixels[11 * 30 + 7], 1e-6);
    assertEquals((rgb & 0xFF) / 255f, pixels[2 * 900 + 11 * 30 + 7], 1e-6);
    Files.delete(folder.resolve("one.png"));
    String message =
        assertThrows(InvalidInputException.class, () -> set.read(0, pixels)).getMessage();
    assertTrue(message.contains("one.png"), message);
  }

  /** The manifest has the hash of the one that was there at first. */
  @Test
  void anotherPhotographInItsPlaceIsRefused() throws IOException {
    Path file = folder.resolve("one.png");
    Files.write(file, Photographs.encoded(Photographs.blocks(40, 30, 1, 1), "png"));
    PhotographSet set = set(3, 30);
    Files.write(file, Photographs.encoded(Photographs.blocks(40, 30, 1, 2), "png"));
    float[] pixels = new float[set.shape().size()];
    String message =
        assertThrows(InvalidInputException.class, () -> set.read(0, pixels)).getMessage();
    assertTrue(message.contains("one.png") && message.contains("changed in the meantime"), message);
  }

  @Test
  void whatCannotBeIsTold() {
    assertThrows(InvalidInputException.class, () -> set(3, 30));
    assertThrows(InvalidInputException.class, () -> set(2, 30));
    ImageShape oblong = new ImageShape(3, 20, 30);
    assertThrows(
        InvalidInputException.class, () -> PhotographSet.of(folder, oblong, warnings::add));
  }
}
