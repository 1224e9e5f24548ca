package io.github.unitscope.datasets.natural;

import io.github.unitscope.network.Seed;
import io.github.unitscope.network.SplitMix64;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Picture files as folders have them. */
final class Photographs {
  private Photographs() {}

  /** Coloured blocks of random brightness. */
  static BufferedImage blocks(int width, int height, int type, long seed) {
    SplitMix64 random = Seed.root(seed).stream();
    int[] colours = new int[64];
    for (int i = 0; i < colours.length; i++) {
      colours[i] = random.nextInt(1 << 24);
    }
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, 0xFF000000 | colours[(y / 5 * 8 + x / 5) % colours.length]);
      }
    }
    return image;
  }

  static byte[] encoded(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, bytes)) {
      throw new IOException("no writer for " + format);
    }
    return bytes.toByteArray();
  }
}
