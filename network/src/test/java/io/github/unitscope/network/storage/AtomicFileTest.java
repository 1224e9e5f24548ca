package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  @Test
  void aWriteThatFailsLeavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFile.write(file, "one".getBytes(StandardCharsets.UTF_8));
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }));
    assertTrue(failure.getMessage().contains("the disk is full"), failure.getMessage());
    assertEquals("one", Files.readString(file));
    AtomicFile.write(file, "two".getBytes(StandardCharsets.UTF_8));
    assertEquals("two", Files.readString(file));
    try (Stream<Path> content = Files.list(folder)) {
      assertEquals(1, content.count());
    }
  }

  @Test
  void whatADeadProcessWithOurNumberLeftIsTakenAway() throws IOException {
    Path file = folder.resolve("a.txt");
    Path used = TemporaryName.beside(file, TemporaryName.Kind.NEW);
    String name = used.getFileName().toString();
    long number = Long.parseLong(name.replaceAll(".*-(\\d+)\\.new", "$1"));
    Files.createFile(folder.resolve(name.replaceAll("\\d+\\.new$", (number + 1) + ".new")));
    AtomicFile.write(file, "one".getBytes(StandardCharsets.UTF_8));
    assertEquals("one", Files.readString(file));
    try (Stream<Path> content = Files.list(folder)) {
      assertEquals(1, content.count());
    }
  }

  @Test
  void aFullDiskIsNamed() {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "the system has no /dev/full");
    IOException cause = assertThrows(IOException.class, () -> Files.write(full, new byte[1 << 20]));
    String message = FileProblem.of("cannot write", full, cause).getMessage();
    assertTrue(message.contains("the disk is full"), message);
  }

  @Test
  void aFolderInTheWayIsNamed() {
    String message =
        assertThrows(InvalidInputException.class, () -> AtomicFile.write(folder, new byte[1]))
            .getMessage();
    assertTrue(message.contains("is a folder"), message);
  }

  @Test
  void hashesAreThoseOfTheStandard() throws IOException {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertEquals(abc, Sha256.of("abc".getBytes(StandardCharsets.UTF_8)));
    Path file = folder.resolve("abc");
    AtomicFile.write(file, "abc".getBytes(StandardCharsets.UTF_8));
    assertEquals(abc, Sha256.of(file));
    assertEquals(abc, Sha256.of(new ByteArrayInputStream("abc".getBytes(StandardCharsets.UTF_8))));
    assertThrows(InvalidInputException.class, () -> Sha256.of(folder.resolve("none")));
  }
}
