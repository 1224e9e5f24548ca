package io.github.unitscope.datasets.photographs;

import io.github.unitscope.datasets.PictureFormat;
import io.github.unitscope.datasets.SourceFile;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The photographs of a folder and the folders within it, links included: files named .png, .jpg or
 * .jpeg, in the order of their names.
 *
 * @param pictures values in [0, 1]
 * @param sources the files, in the same order
 */
public record PhotographFolder(List<Picture> pictures, List<SourceFile> sources) {
  /** Copies the lists. */
  public PhotographFolder {
    pictures = List.copyOf(pictures);
    sources = List.copyOf(sources);
  }

  /**
   * Reads photographs. One that is broken, too small or of one colour is left out with a warning.
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
    for (Path file : files(folder, warnings)) {
      try {
        byte[] bytes = PhotographDecoder.bytes(file);
        Picture picture = PhotographDecoder.decode(bytes, colour);
        requireSide(picture, smallestSide);
        pictures.add(picture);
        sources.add(new SourceFile(name(folder, file), file, Sha256.of(bytes)));
      } catch (IOException | InvalidInputException e) {
        warnings.accept(String.format(Locale.ROOT, "%s is left out: %s", file, reason(e)));
      }
    }
    if (pictures.isEmpty()) {
      throw new InvalidInputException(
          String.format(
                  Locale.ROOT,
                  "%s has no photograph that can be used: give a folder with PNG or JPEG files of at least",
                  folder)
              + String.format(Locale.ROOT, " %d×%d pixels", smallestSide, smallestSide));
    }
    return new PhotographFolder(pictures, sources);
  }

  static String reason(Exception e) {
    return e instanceof InvalidInputException ? e.getMessage() : "it cannot be read";
  }

  /** Links are followed: folders of data are often links to where there is room. */
  static List<Path> files(Path folder, Consumer<String> warnings) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(folder + " is not a folder; give one with photographs");
    }
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          folder,
          Set.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              // A link to nowhere and a pipe stay, to be warned of.
              if (isPhotograph(file)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException e) {
              warnings.accept(String.format(Locale.ROOT, "%s is left out: %s", path, unlisted(e)));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new InvalidInputException("cannot list " + folder + ": check its permissions", e);
    }
    files.sort(null);
    return named(folder, files, warnings);
  }

  /** Names that are no text of this system all look alike, and the manifest could list one only. */
  private static List<Path> named(Path folder, List<Path> files, Consumer<String> warnings) {
    Set<String> names = new HashSet<>();
    List<Path> unlike = new ArrayList<>();
    for (Path file : files) {
      String name = name(folder, file);
      if (!names.add(name)) {
        warnings.accept(
            String.format(
                Locale.ROOT, "%s is left out: another has the same name; rename it", file));
        continue;
      }
      if (name.chars().anyMatch(Character::isISOControl)) {
        warnings.accept(
            String.format(Locale.ROOT, "%s has control characters in its name; rename it", file));
      }
      unlike.add(file);
    }
    return unlike;
  }

  /** By which manifests know a photograph: its path within the folder, with / between names. */
  static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
  }

  private static String unlisted(IOException e) {
    return e instanceof FileSystemLoopException
        ? "it is a link to a folder that it is in"
        : "it cannot be read";
  }

  private static boolean isPhotograph(Path file) {
    return PictureFormat.named(file.getFileName().toString())
        .filter(PhotographDecoder.FORMATS::contains)
        .isPresent();
  }

  private static void requireSide(Picture picture, int smallestSide) {
    if (Math.min(picture.height(), picture.width()) < smallestSide) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "it has %d×%d pixels, and %d on each side are needed",
              picture.width(),
              picture.height(),
              smallestSide));
    }
  }
}
