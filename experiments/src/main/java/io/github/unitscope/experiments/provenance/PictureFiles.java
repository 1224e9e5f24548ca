package io.github.unitscope.experiments.provenance;

import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compares the pixels of two pictures. */
final class PictureFiles implements FileComparer {
  /** Rounding may turn a value to the next grey level, and no eye sees two of them. */
  private static final int CLOSE_LEVELS = 2;

  @Override
  public FileComparison compare(String name, Path left, Path right) {
    BufferedImage one = read(left);
    BufferedImage other = read(right);
    if (one.getWidth() != other.getWidth() || one.getHeight() != other.getHeight()) {
      return FileComparison.of(name, Verdict.DIFFERENT, size(one) + " and " + size(other));
    }
    int largest = 0;
    int pixels = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        int levels = levels(one.getRGB(x, y), other.getRGB(x, y));
        largest = Math.max(largest, levels);
        pixels += levels > 0 ? 1 : 0;
      }
    }
    String detail =
        pixels == 0
            ? "all pixels are equal; only the texts or how it is packed differ"
            : "largest difference %d of 255 levels, %d of %d pixels"
                .formatted(largest, pixels, one.getWidth() * one.getHeight());
    Verdict verdict = largest <= CLOSE_LEVELS ? Verdict.CLOSE : Verdict.DIFFERENT;
    return FileComparison.of(name, verdict, detail);
  }

  private static int levels(int left, int right) {
    int largest = 0;
    for (int shift = 0; shift <= 24; shift += 8) {
      largest = Math.max(largest, Math.abs((left >> shift & 0xFF) - (right >> shift & 0xFF)));
    }
    return largest;
  }

  private static String size(BufferedImage image) {
    return "%d×%d pixels".formatted(image.getWidth(), image.getHeight());
  }

  private static BufferedImage read(Path file) {
    try {
      BufferedImage image = ImageIO.read(file.toFile());
      if (image == null) {
        throw new InvalidInputException(file + " is no picture: make the run again");
      }
      return image;
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }
}
