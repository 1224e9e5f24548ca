package io.github.unitscope.datasets.photographs;

import io.github.unitscope.datasets.PictureFormat;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.InputFile;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads the pixels of PNG and JPEG files. */
final class PhotographDecoder {
  /** More are no photograph, or more than memory holds. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final long MOST_BYTES = 512L << 20;

  /** As many are decoded without a question, however few the bytes. */
  private static final long UNSUSPICIOUS_PIXELS = 4_000_000;

  /** Of pixels to bytes. A strongly compressed photograph has 80, one white surface thousands. */
  private static final long MOST_PIXELS_PER_BYTE = 250;

  /** Photographs are not animated. */
  static final Set<PictureFormat> FORMATS = Set.of(PictureFormat.PNG, PictureFormat.JPEG);

  private PhotographDecoder() {}

  /**
   * The bytes of a file.
   *
   * @throws InvalidInputException if it is too large for a photograph
   */
  static byte[] bytes(Path file) throws IOException {
    try (InputFile input = InputFile.open(file)) {
      if (input.size() > MOST_BYTES) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "it has %d MiB, and more than %d are not read",
                input.size() >> 20,
                MOST_BYTES >> 20));
      }
      return input.bytes();
    }
  }

  /**
   * Decodes a file.
   *
   * @param bytes of the file
   * @param colour red, green and blue, or else grey
   * @return values in [0, 1]
   * @throws InvalidInputException if it is no picture, a damaged or too large one, or all of its
   *     pixels are the same
   */
  static Picture decode(byte[] bytes, boolean colour) {
    BufferedImage image = read(bytes);
    float[][] planes =
        isGrey(image) ? repeated(grey(image), colour ? 3 : 1) : planes(image, colour ? 3 : 1);
    requireContrast(planes);
    return new Picture(image.getHeight(), image.getWidth(), planes);
  }

  private static BufferedImage read(byte[] bytes) {
    PictureFormat format =
        PictureFormat.of(bytes)
            .filter(FORMATS::contains)
            .orElseThrow(() -> new InvalidInputException("it is not a PNG or JPEG file"));
    // Not with ImageIO's stream: that one writes a temporary file for every photograph.
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      ImageReader reader = format.reader();
      try {
        return read(reader, in, bytes.length);
      } finally {
        reader.dispose();
      }
    } catch (InvalidInputException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // Damaged files make Java's decoders throw all kinds.
      throw new InvalidInputException(
          "it cannot be decoded (damaged, or of a kind that is not read)", e);
    }
  }

  private static BufferedImage read(ImageReader reader, ImageInputStream in, int bytes)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    reader.setInput(in, true, true);
    reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
    long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
    if (pixels > MOST_PIXELS) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "it has %d pixels, and more than %d are not read", pixels, MOST_PIXELS));
    }
    if (pixels > UNSUSPICIOUS_PIXELS && pixels > MOST_PIXELS_PER_BYTE * bytes) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "it claims %d pixels in %d bytes, as no photograph does",
              pixels,
              bytes));
    }
    BufferedImage image = reader.read(0);
    // The JPEG decoder fills up what is missing, and only warns.
    if (warnings.stream().anyMatch(PhotographDecoder::saysThatItEnds)) {
      throw new InvalidInputException("it ends too early (damaged?)");
    }
    requireGreyOrRgb(image.getColorModel().getColorSpace());
    return image;
  }

  /**
   * Later versions of Java decode inks, but as inverted and linear, whatever the file says of them;
   * earlier ones do not decode them at all.
   */
  private static void requireGreyOrRgb(ColorSpace space) {
    if (space.getType() != ColorSpace.TYPE_GRAY && space.getType() != ColorSpace.TYPE_RGB) {
      throw new InvalidInputException("its colours are inks (CMYK): convert it to RGB");
    }
  }

  private static boolean saysThatItEnds(String warning) {
    String words = warning.toLowerCase(Locale.ROOT);
    return words.contains("premature end") || words.contains("truncated");
  }

  private static boolean isGrey(BufferedImage image) {
    return !(image.getColorModel() instanceof IndexColorModel)
        && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
  }

  /**
   * The values as they are in the file. Java takes grey ones for linear intensities and would
   * brighten them, while colours, and everybody else's grey, are gamma-coded.
   */
  private static float[] grey(BufferedImage image) {
    int width = image.getWidth();
    float white = (1 << image.getColorModel().getComponentSize(0)) - 1;
    float[] plane = new float[image.getHeight() * width];
    image.getRaster().getSamples(0, 0, width, image.getHeight(), 0, plane);
    for (int i = 0; i < plane.length; i++) {
      plane[i] /= white;
    }
    return plane;
  }

  private static float[][] repeated(float[] plane, int times) {
    float[][] planes = new float[times][];
    for (int i = 0; i < times; i++) {
      planes[i] = plane.clone();
    }
    return planes;
  }

  private static float[][] planes(BufferedImage image, int channels) {
    int width = image.getWidth();
    float[][] planes = new float[channels][image.getHeight() * width];
    int[] row = new int[width];
    for (int y = 0; y < image.getHeight(); y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        write(row[x], planes, y * width + x);
      }
    }
    return planes;
  }

  /** Grey is the luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B. */
  private static void write(int rgb, float[][] planes, int pixel) {
    float red = (rgb >> 16 & 0xFF) / 255f;
    float green = (rgb >> 8 & 0xFF) / 255f;
    float blue = (rgb & 0xFF) / 255f;
    if (planes.length == 1) {
      planes[0][pixel] = 0.299f * red + 0.587f * green + 0.114f * blue;
    } else {
      planes[0][pixel] = red;
      planes[1][pixel] = green;
      planes[2][pixel] = blue;
    }
  }

  /** Whitening would make a picture of rounding errors of it. */
  private static void requireContrast(float[][] planes) {
    for (float[] plane : planes) {
      for (float value : plane) {
        if (value != plane[0]) {
          return;
        }
      }
    }
    throw new InvalidInputException("all of its pixels are the same");
  }
}
