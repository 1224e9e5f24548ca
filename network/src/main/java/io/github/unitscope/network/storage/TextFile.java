package io.github.unitscope.network.storage;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A short list that somebody wrote: names of classes, places in images.
 *
 * @param lines of the file
 * @param sha256 of the bytes that the lines were read from
 */
public record TextFile(List<String> lines, String sha256) {
  private static final int LARGEST_MEBIBYTES = 16;
  private static final int LARGEST_BYTES = LARGEST_MEBIBYTES << 20;

  /** Copies the lines. */
  public TextFile {
    lines = List.copyOf(lines);
  }

  /**
   * Reads a file.
   *
   * @throws InvalidInputException if it cannot be read, is above 16 MiB, or no text in UTF-8
   */
  public static TextFile read(Path file) {
    byte[] bytes = bytesOf(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new TextFile(text.lines().toList(), Sha256.of(bytes));
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + " is not text in UTF-8", e);
    }
  }

  private static byte[] bytesOf(Path file) {
    try (InputFile input = InputFile.open(file)) {
      if (input.size() > LARGEST_BYTES) {
        throw new InvalidInputException(
            String.format(
                Locale.ROOT,
                "%s is larger than %d MiB, so it is not a list",
                file,
                LARGEST_MEBIBYTES));
      }
      return input.bytes();
    } catch (IOException e) {
      throw FileProblem.of("cannot read", file, e);
    }
  }
}
