package io.github.unitscope.datasets.natural;

import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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

  /** Black; opaque or, where there is alpha, transparent. */
  static BufferedImage empty(int width, int height, int space, boolean alpha, int type) {
    int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
    ColorModel model =
        new ComponentColorModel(ColorSpace.getInstance(space), alpha, false, transparency, type);
    return new BufferedImage(
        model, model.createCompatibleWritableRaster(width, height), false, null);
  }

  /** Black, of two to sixteen shades of grey, which PNG packs into 1, 2 or 4 bits. */
  static BufferedImage fewShades(int width, int height, int bits) {
    byte[] shades = new byte[1 << bits];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = (byte) (255 * i / (shades.length - 1));
    }
    IndexColorModel model = new IndexColorModel(bits, shades.length, shades, shades, shades);
    return new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY, model);
  }

  /** A PNG file with a gAMA chunk, which stands right after the header. */
  static byte[] withGamma(byte[] png, int gamma) {
    byte[] name = "gAMA".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer content = ByteBuffer.allocate(8).put(name).putInt(gamma);
    CRC32 crc = new CRC32();
    crc.update(content.array());
    int header = 33;
    return ByteBuffer.allocate(png.length + 16)
        .put(png, 0, header)
        .putInt(4)
        .put(content.array())
        .putInt((int) crc.getValue())
        .put(png, header, png.length - header)
        .array();
  }

  /** A JPEG file of cyan, magenta, yellow and black. */
  static byte[] inks(int width, int height) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
    raster.setSample(2, 1, 0, 200);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(raster, null, null));
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
