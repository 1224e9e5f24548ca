package io.github.unitscope.datasets;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/**
 * The formats in which pictures are read. Java knows more, with more to be attacked: files of those
 * are never given to it.
 */
public enum PictureFormat {
  /** Portable Network Graphics. */
  PNG(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
  /** Joint Photographic Experts Group, in its usual container. */
  JPEG(0xFF, 0xD8, 0xFF),
  /** Graphics Interchange Format, of one picture or several. */
  GIF('G', 'I', 'F', '8');

  private final byte[] signature;

  PictureFormat(int... signature) {
    this.signature = new byte[signature.length];
    for (int i = 0; i < signature.length; i++) {
      this.signature[i] = (byte) signature[i];
    }
  }

  /**
   * The format of a file.
   *
   * @param file its bytes
   * @return empty if it begins like none of these
   */
  public static Optional<PictureFormat> of(byte[] file) {
    return Arrays.stream(values()).filter(format -> format.begins(file)).findFirst();
  }

  /**
   * The format that a name promises.
   *
   * @param name of a file; large letters are small ones
   * @return empty if it ends otherwise than with .png, .jpg, .jpeg or .gif
   */
  public static Optional<PictureFormat> named(String name) {
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (suffix) {
      case "png" -> Optional.of(PNG);
      case "jpg", "jpeg" -> Optional.of(JPEG);
      case "gif" -> Optional.of(GIF);
      default -> Optional.empty();
    };
  }

  private boolean begins(byte[] file) {
    return file.length >= signature.length
        && Arrays.equals(signature, 0, signature.length, file, 0, signature.length);
  }

  /** Java's decoder; the caller disposes of it. */
  public ImageReader reader() {
    return ImageIO.getImageReadersByFormatName(name()).next();
  }
}
