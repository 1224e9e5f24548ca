package io.github.unitscope.datasets.digits;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.storage.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class IdxTest {
  @TempDir static Path folder;

  private static byte[] idx(int first, int type, int dimensions, int values, int... sizes) {
    ByteBuffer bytes = ByteBuffer.allocate(4 + 4 * sizes.length + values);
    bytes.put((byte) first).put((byte) 0).put((byte) type).put((byte) dimensions);
    Arrays.stream(sizes).forEach(bytes::putInt);
    for (int i = 0; i < values; i++) {
      bytes.put((byte) (200 + i));
    }
    return bytes.array();
  }

  private static Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @Test
  void compressedAndRawFilesReadAlike() throws IOException {
    byte[] bytes = idx(0, 8, 2, 6, 2, 3);
    Idx raw = Idx.read(file("raw.gz", bytes));
    Idx compressed = Idx.read(file("compressed", IdxFiles.gzip(bytes)));
    assertArrayEquals(new int[] {2, 3}, raw.dimensions());
    assertArrayEquals(raw.dimensions(), compressed.dimensions());
    assertArrayEquals(new byte[] {-56, -55, -54, -53, -52, -51}, raw.values());
    assertArrayEquals(raw.values(), compressed.values());
    assertEquals(Sha256.of(bytes), raw.sha256());
    assertEquals(Sha256.of(bytes), compressed.sha256());
  }

  @Test
  void aFileMayHaveMoreValuesThanAPieceOfReading() throws IOException {
    byte[] bytes = idx(0, 8, 1, 3_000_000, 3_000_000);
    byte[] values = Idx.read(file("large", bytes)).values();
    assertEquals(3_000_000, values.length);
    assertEquals((byte) (200 + 2_999_999), values[2_999_999]);
  }

  @TestFactory
  Stream<DynamicTest> everyDamageIsOneLineThatNamesTheFile() throws IOException {
    byte[] cut = IdxFiles.gzip(idx(0, 8, 1, 1000, 1000));
    return Stream.of(
        refused("empty", new byte[0], "cut off"),
        refused("header-cut", new byte[] {0, 0, 8}, "cut off"),
        refused("sizes-cut", idx(0, 8, 3, 0, 5), "cut off"),
        refused("magic", idx(1, 8, 1, 1, 1), "two zero bytes"),
        refused("floats", idx(0, 13, 1, 4, 1), "0x0d"),
        refused("dimensions", idx(0, 8, 9, 36), "9 dimensions"),
        refused("no-dimension", idx(0, 8, 0, 0), "0 dimensions"),
        refused("negative", idx(0, 8, 1, 0, -1), "2^31"),
        refused("product", idx(0, 8, 3, 0, 1 << 12, 1 << 12, 1 << 12), "2^31"),
        refused("claims-much", idx(0, 8, 1, 10, Integer.MAX_VALUE - 9), "claims 2147483638 values"),
        refused("values-cut", idx(0, 8, 2, 5, 2, 3), "5 of 6"),
        refused("trailing", idx(0, 8, 2, 7, 2, 3), "trailing data"),
        refused("gzip-cut", Arrays.copyOf(cut, cut.length - 10), "cut off"),
        refused("gzip-broken", new byte[] {0x1F, (byte) 0x8B, 1, 2, 3, 4, 5, 6, 7, 8, 9}, "read"));
  }

  private static DynamicTest refused(String name, byte[] bytes, String says) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Path file = file(name, bytes);
          InvalidInputException e = assertThrows(InvalidInputException.class, () -> Idx.read(file));
          assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
          assertTrue(e.getMessage().contains(says), e.getMessage());
          assertEquals(1, e.getMessage().lines().count());
        });
  }

  @Test
  void aMissingFileIsSaidToBeMissing() {
    InvalidInputException e =
        assertThrows(InvalidInputException.class, () -> Idx.read(folder.resolve("nothing-there")));
    assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
  }

  /** Java's stream reads one member after the other by calling itself. */
  @Test
  void thousandsOfEmptyMembersAreRefused() throws IOException {
    byte[] empty = IdxFiles.gzip(new byte[0]);
    byte[] bytes = new byte[empty.length * 200_000];
    for (int i = 0; i < bytes.length; i += empty.length) {
      System.arraycopy(empty, 0, bytes, i, empty.length);
    }
    String message = refusal(file("members.gz", bytes));
    assertTrue(message.contains("thousands of parts"), message);
  }

  @Test
  void aBombIsNotUnpackedIntoMemory() throws IOException {
    byte[] zeros = IdxFiles.gzip(Arrays.copyOf(idx(0, 8, 1, 0, 100 << 20), 8 + (100 << 20)));
    assertTrue(zeros.length < 1 << 20);
    String message = refusal(file("bomb.gz", zeros));
    assertTrue(message.contains("claims 104857600 values in"), message);
    message = refusal(file("other.gz", zeros), 60_000, -1, 28);
    assertTrue(message.contains("[60000, any, 28] are needed"), message);
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertTrue(refusal(pipe).contains("not a regular file")));
  }

  private static String refusal(Path file, int... needed) {
    return assertThrows(InvalidInputException.class, () -> Idx.read(file, needed)).getMessage();
  }
}
