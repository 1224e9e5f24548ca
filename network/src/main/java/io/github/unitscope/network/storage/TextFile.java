package io.github.unitscope.network.storage;

import io.github.unitscope.network.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Short lists that people write: names of classes, places in images. */
public final class TextFile {
  private static final int LARGEST_MEBIBYTES = 16;
  private static final int LARGEST_BYTES = LARGEST_MEBIBYTES << 20;

  private TextFile() {}

  /**
   * The lines of a file.
   *
   * @throws InvalidInputException if it cannot be read, is above 16 MiB, or no text in UTF-8
   */
  public static List<String> lines(Path file) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(LARGEST_BYTES + 1);
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
    if (bytes.length > LARGEST_BYTES) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT, "%s is larger than %d MiB, so it is no list", file, LARGEST_MEBIBYTES));
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .lines()
          .toList();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + " is no text in UTF-8", e);
    }
  }
}
