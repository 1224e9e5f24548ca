package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InputFileTest {
  private static final byte[] BYTES = {1, 2, 3, 4, 5, 6, 7, 8};

  @TempDir Path folder;

  private Path file() throws IOException {
    return Files.write(folder.resolve("file.bin"), BYTES);
  }

  @Test
  void theBytesAreRead() throws IOException {
    try (InputFile file = InputFile.open(file())) {
      assertEquals(8, file.size());
      assertArrayEquals(BYTES, file.bytes());
      assertArrayEquals(BYTES, file.stream().readAllBytes());
    }
  }

  /** Each reader of this project says so in its own words, but none waits. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void noReaderWaitsForAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertRefused(pipe, () -> Json.read(pipe, Object.class));
    assertRefused(pipe, () -> Json.field(pipe, "identity"));
    assertRefused(pipe, () -> TextFile.read(pipe));
    assertRefused(pipe, () -> Sha256.of(pipe));
    assertRefused(
        pipe,
        () -> {
          try (NpzReader reader = NpzReader.open(pipe)) {
            reader.names();
          }
        });
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void noReaderReadsADevice() {
    Path device = Path.of("/dev/zero");
    assertRefused(device, () -> Json.read(device, Object.class));
    assertRefused(device, () -> TextFile.read(device));
    assertRefused(device, () -> Sha256.of(device));
  }

  private static void assertRefused(Path path, Runnable reading) {
    InvalidInputException e =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> assertThrows(InvalidInputException.class, reading::run));
    assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
    assertTrue(e.getMessage().contains("not a regular file"), e.getMessage());
  }

  @Test
  void nothingIsReadThatCameAfterItWasOpened() throws IOException {
    Path path = file();
    try (InputFile file = InputFile.open(path)) {
      Files.write(path, new byte[100], StandardOpenOption.APPEND);
      assertArrayEquals(BYTES, file.stream().readAllBytes());
      assertSays("changed while it was being read", file::bytes);
    }
  }

  @Test
  void whatBecomesShorterIsNoShortFile() throws IOException {
    Path path = file();
    try (InputFile file = InputFile.open(path);
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
      channel.truncate(5);
      assertSays("became shorter", file::bytes);
      try (InputStream in = file.stream()) {
        assertSays("became shorter", in::readAllBytes);
      }
    }
  }

  /** Neither the size nor the time of the file tells. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aChangeInPlaceIsNoticed() throws Exception {
    Path path = file();
    FileTime time = Files.getLastModifiedTime(path);
    try (InputFile file = InputFile.open(path)) {
      // The clock of files ticks every few milliseconds.
      Thread.sleep(50);
      Files.write(path, new byte[8]);
      Files.setLastModifiedTime(path, time);
      assertSays("changed while it was being read", file::bytes);
    }
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aFileThatIsReplacedIsReadToItsEnd() throws IOException {
    Path path = file();
    try (InputFile file = InputFile.open(path)) {
      Path other = Files.write(folder.resolve("other"), new byte[8]);
      Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
      assertArrayEquals(BYTES, file.bytes());
    }
  }

  private interface Reading {
    Object read() throws IOException;
  }

  private static void assertSays(String what, Reading reading) {
    IOException e = assertThrows(IOException.class, reading::read);
    assertTrue(e.getMessage().contains(what), e.getMessage());
  }
}
