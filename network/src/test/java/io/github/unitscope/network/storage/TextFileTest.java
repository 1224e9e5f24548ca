package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {
  @TempDir Path folder;

  @Test
  void linesAreRead() throws IOException {
    Path file = Files.writeString(folder.resolve("list.txt"), "tench\r\ngoldfish\n");
    assertEquals(List.of("tench", "goldfish"), TextFile.read(file).lines());
  }

  @Test
  void whatIsNoListIsNamed() throws IOException {
    Path bytes = Files.write(folder.resolve("bytes.txt"), new byte[] {65, -1, -2});
    assertTrue(refusal(bytes).endsWith("bytes.txt is not text in UTF-8"));
    Path large = folder.resolve("large.txt");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((16 << 20) + 1);
    }
    assertTrue(refusal(large).contains("larger than 16 MiB"));
    assertTrue(refusal(folder.resolve("none")).contains("no such file"));
  }

  private static String refusal(Path file) {
    return assertThrows(InvalidInputException.class, () -> TextFile.read(file).lines())
        .getMessage();
  }
}
