package io.github.unitscope.provenance.diff;

import io.github.unitscope.datasets.PictureFormat;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.InputFile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Compares the pixels of two pictures, or of two animations frame by frame. */
final class PictureFiles implements FileComparer {
  /** Rounding may turn a value to the next grey level, and no eye sees two of them. */
  private static final int CLOSE_LEVELS = 2;

  /** The largest figures have 20 million. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final long MOST_BYTES = 512L << 20;

  /** A white figure has 300. */
  private static final long MOST_PIXELS_PER_BYTE = 1000;

  private static final long UNSUSPICIOUS_PIXELS = 4_000_000;

  @Override
  public FileComparison compare(String name, Path left, Path right) {
    try (Frames one = Frames.of(left);
        Frames other = Frames.of(right)) {
      if (one.count() != other.count()) {
        String detail =
            String.format(Locale.ROOT, "%d and %d pictures", one.count(), other.count());
        return FileComparison.of(name, Verdict.DIFFERENT, detail);
      }
      return compare(name, one, other);
    }
  }

  private static FileComparison compare(String name, Frames one, Frames other) {
    int largest = 0;
    long different = 0;
    long all = 0;
    for (int frame = 0; frame < one.count(); frame++) {
      BufferedImage left = one.read(frame);
      BufferedImage right = other.read(frame);
      if (left.getWidth() != right.getWidth() || left.getHeight() != right.getHeight()) {
        return FileComparison.of(name, Verdict.DIFFERENT, size(left) + " and " + size(right));
      }
      for (int y = 0; y < left.getHeight(); y++) {
        for (int x = 0; x < left.getWidth(); x++) {
          int levels = levels(left.getRGB(x, y), right.getRGB(x, y));
          largest = Math.max(largest, levels);
          different += levels > 0 ? 1 : 0;
        }
      }
      all += (long) left.getWidth() * left.getHeight();
    }
    String detail =
        different == 0
            ? "all pixels are equal; only the texts or how it is packed differ"
            : String.format(
                Locale.ROOT,
                "largest difference %d of 255 levels, %d of %d pixels",
                largest,
                different,
                all);
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
    return String.format(Locale.ROOT, "%d×%d pixels", image.getWidth(), image.getHeight());
  }

  /** The pictures of a file: several of an animation, one of any other. */
  private static final class Frames implements AutoCloseable {
    private final Path file;
    private final ImageInputStream in;
    private final ImageReader reader;
    private final int size;
    private final int count;
    private long pixels;

    private Frames(Path file, ImageInputStream in, ImageReader reader, int size)
        throws IOException {
      this.file = file;
      this.in = in;
      this.size = size;
      this.reader = reader;
      reader.setInput(in, false, true);
      this.count = reader.getNumImages(true);
    }

    static Frames of(Path file) {
      return attempt(
          file,
          () -> {
            byte[] bytes = bytes(file);
            PictureFormat format = PictureFormat.of(bytes).orElse(null);
            // Java would decode what the file is, also of formats that no run writes.
            if (format == null
                || !format.equals(PictureFormat.named(file.toString()).orElse(null))) {
              throw new InvalidInputException(
                  file + " is not a picture of the format that its name says: rerun it");
            }
            ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
            return new Frames(file, in, format.reader(), bytes.length);
          });
    }

    private static byte[] bytes(Path file) throws IOException {
      try (InputFile input = InputFile.open(file)) {
        if (input.size() > MOST_BYTES) {
          throw new InvalidInputException(
              String.format(
                  Locale.ROOT,
                  "%s is larger than %d MiB, so it is not a picture of a run",
                  file,
                  MOST_BYTES >> 20));
        }
        return input.bytes();
      }
    }

    int count() {
      return count;
    }

    BufferedImage read(int frame) {
      return attempt(
          file,
          () -> {
            pixels += (long) reader.getWidth(frame) * reader.getHeight(frame);
            long possible = Math.max(UNSUSPICIOUS_PIXELS, MOST_PIXELS_PER_BYTE * size);
            if (pixels > Math.min(MOST_PIXELS, possible)) {
              throw new InvalidInputException(
                  String.format(
                      Locale.ROOT,
                      "%s claims %d pixels in %d bytes, as no picture of a run does",
                      file,
                      pixels,
                      size));
            }
            return reader.read(frame);
          });
    }

    private static <T> T attempt(Path file, Reading<T> reading) {
      try {
        return reading.read();
      } catch (InvalidInputException e) {
        throw e;
      } catch (IOException e) {
        throw FileProblem.of("cannot read", file, e);
      } catch (RuntimeException e) {
        // Damaged files make Java's decoders throw all kinds.
        throw new InvalidInputException(file + " is a damaged picture: rerun it", e);
      }
    }

    @Override
    public void close() {
      reader.dispose();
      attempt(
          file,
          () -> {
            in.close();
            return null;
          });
    }
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read() throws IOException;
  }
}
