package io.github.unitscope.datasets.natural;

import io.github.unitscope.datasets.SourceFile;
import io.github.unitscope.network.InvalidInputException;
import io.github.unitscope.network.storage.Sha256;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The photographs of a folder and the folders within it: files named .png, .jpg or .jpeg, in the
 * order of their names.
 *
 * @param pictures values in [0, 1]
 * @param sources the files, in the same order
 */
public record PhotographFolder(List<Picture> pictures, List<SourceFile> sources) {
  private static final Set<String> SUFFIXES = Set.of("png", "jpg", "jpeg");

  /** Copies the lists. */
  public PhotographFolder {
    pictures = List.copyOf(pictures);
    sources = List.copyOf(sources);
  }

  /**
   * Reads photographs. One that is broken or too small is left out with a warning.
   *
   * @param folder where they are
   * @param colour red, green and blue, or else grey
   * @param smallestSide in pixels
   * @param warnings gets a line for every photograph that is left out
   * @throws InvalidInputException if there is no folder, or no photograph that can be used
   */
  public static PhotographFolder read(
      Path folder, boolean colour, int smallestSide, Consumer<String> warnings) {
    List<Picture> pictures = new ArrayList<>();
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        byte[] bytes = Files.readAllBytes(file);
        Picture picture = decode(bytes, colour);
        requireSide(picture, smallestSide);
        pictures.add(picture);
        String name = folder.relativize(file).toString().replace('\\', '/');
        sources.add(new SourceFile(name, file, Sha256.of(bytes)));
      } catch (IOException | InvalidInputException e) {
        warnings.accept("%s is left out: %s".formatted(file, reason(e)));
      }
    }
    if (pictures.isEmpty()) {
      throw new InvalidInputException(
          "%s has no photograph that can be used: give a folder with PNG or JPEG files of at least"
                  .formatted(folder)
              + " %d×%d pixels".formatted(smallestSide, smallestSide));
    }
    return new PhotographFolder(pictures, sources);
  }

  private static String reason(Exception e) {
    return e instanceof InvalidInputException ? e.getMessage() : "it cannot be decoded (damaged?)";
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(folder + " is not a folder: give one with photographs");
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(PhotographFolder::isPhotograph).sorted().toList();
    } catch (IOException e) {
      throw new InvalidInputException("cannot list " + folder + ": check its permissions", e);
    }
  }

  private static boolean isPhotograph(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file) && SUFFIXES.contains(name.replaceAll("^.*\\.", ""));
  }

  private static void requireSide(Picture picture, int smallestSide) {
    if (Math.min(picture.height(), picture.width()) < smallestSide) {
      throw new InvalidInputException(
          "it has %d×%d pixels, and %d on each side are needed"
              .formatted(picture.width(), picture.height(), smallestSide));
    }
  }

  private static Picture decode(byte[] bytes, boolean colour) throws IOException {
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(bytes));
    } catch (RuntimeException e) {
      // Damaged files make Java's decoders throw all kinds.
      throw new IOException(e);
    }
    if (image == null) {
      throw new InvalidInputException("it is no PNG or JPEG file");
    }
    int height = image.getHeight();
    int width = image.getWidth();
    float[][] planes = new float[colour ? 3 : 1][height * width];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      image.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        write(row[x], planes, y * width + x);
      }
    }
    return new Picture(height, width, planes);
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
}
