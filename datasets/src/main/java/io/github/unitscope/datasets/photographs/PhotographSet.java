package io.github.unitscope.datasets.photographs;

import io.github.unitscope.datasets.ImageSet;
import io.github.unitscope.datasets.SourceFile;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.FileProblem;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Whole photographs of a folder, each cut to the part in its middle that has the proportions of the
 * images, and scaled. They are decoded one at a time, whenever they are read: a folder may be
 * larger than memory.
 */
public final class PhotographSet implements ImageSet {
  private final ImageShape shape;
  private final List<SourceFile> sources;

  private PhotographSet(ImageShape shape, List<SourceFile> sources) {
    this.shape = shape;
    this.sources = List.copyOf(sources);
  }

  /**
   * Looks through a folder and the folders within it. A photograph that is broken or of one colour
   * is left out with a warning; to know, every one is decoded once here.
   *
   * @param folder with files named .png, .jpg or .jpeg
   * @param shape of the images: 1 channel for grey or 3 for red, green and blue
   * @param warnings gets a line for every photograph that is left out
   * @throws InvalidInputException if there is no folder, no photograph that can be used, or the
   *     shape is another
   */
  public static PhotographSet of(Path folder, ImageShape shape, Consumer<String> warnings) {
    requireColours(shape);
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : PhotographFolder.files(folder, warnings)) {
      try {
        byte[] bytes = PhotographDecoder.bytes(file);
        PhotographDecoder.decode(bytes, shape.channels() == 3);
        sources.add(new SourceFile(PhotographFolder.name(folder, file), file, Sha256.of(bytes)));
      } catch (IOException | InvalidInputException e) {
        warnings.accept(
            String.format(Locale.ROOT, "%s is left out: %s", file, PhotographFolder.reason(e)));
      }
    }
    if (sources.isEmpty()) {
      throw new InvalidInputException(
          folder + " has no photograph that can be used: give a folder with PNG or JPEG files");
    }
    return new PhotographSet(shape, sources);
  }

  /**
   * Chosen photographs, cut and scaled as those of a folder.
   *
   * @param files PNG or JPEG
   * @param shape of the images: 1 channel for grey or 3 for red, green and blue
   * @throws InvalidInputException if a file cannot be read or decoded, or the shape is another
   */
  public static PhotographSet of(List<Path> files, ImageShape shape) {
    requireColours(shape);
    List<SourceFile> sources = new ArrayList<>();
    for (Path file : files) {
      try {
        byte[] bytes = PhotographDecoder.bytes(file);
        PhotographDecoder.decode(bytes, shape.channels() == 3);
        sources.add(new SourceFile(file.getFileName().toString(), file, Sha256.of(bytes)));
      } catch (IOException e) {
        throw FileProblem.of("cannot read", file, e);
      } catch (InvalidInputException e) {
        throw new InvalidInputException(
            String.format(Locale.ROOT, "%s: %s", file, e.getMessage()), e);
      }
    }
    return new PhotographSet(shape, sources);
  }

  private static void requireColours(ImageShape shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "photographs have 1 channel, grey, or 3, red, green and blue: they cannot be images of %d channels",
              shape.channels()));
    }
  }

  /** The files, in the order of the images. */
  public List<SourceFile> sources() {
    return sources;
  }

  /** The name of a photograph's file, without folders and suffix. */
  public String name(int index) {
    String file = sources.get(index).path().getFileName().toString();
    return file.substring(0, file.lastIndexOf('.'));
  }

  @Override
  public ImageShape shape() {
    return shape;
  }

  @Override
  public int size() {
    return sources.size();
  }

  /**
   * Decodes a photograph.
   *
   * @param pixels [channels × height × width], values in [0, 1]
   * @throws InvalidInputException if its file was changed or taken away
   */
  @Override
  public void read(int index, float[] pixels) {
    Path file = sources.get(index).path();
    try {
      byte[] bytes = PhotographDecoder.bytes(file);
      if (!Sha256.of(bytes).equals(sources.get(index).sha256())) {
        throw new InvalidInputException("it changed in the meantime; run again");
      }
      Picture picture = PhotographDecoder.decode(bytes, shape.channels() == 3);
      new CentreCrop(picture.height(), picture.width(), shape).apply(picture, pixels);
    } catch (IOException | InvalidInputException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "%s was readable before, but is not now: %s",
              file,
              PhotographFolder.reason(e)),
          e);
    }
  }
}
