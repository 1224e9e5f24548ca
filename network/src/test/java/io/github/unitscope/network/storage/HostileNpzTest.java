package io.github.unitscope.network.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.network.random.Seed;
import io.github.unitscope.network.random.SplitMix64;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that were damaged or made to do harm: one line, and no large allocation. */
class HostileNpzTest {
  @TempDir Path folder;

  private Path zip(String entry, byte[] content) throws IOException {
    Path path = folder.resolve("bad.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content);
    }
    return path;
  }

  private static byte[] npy(String header, int values) {
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[10 + text.length + values];
    byte[] start = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0};
    start[9] = (byte) (text.length >> 8);
    System.arraycopy(start, 0, bytes, 0, 10);
    System.arraycopy(text, 0, bytes, 10, text.length);
    return bytes;
  }

  private static String failure(Path path) {
    InvalidInputException failure =
        assertThrows(
            InvalidInputException.class,
            () -> {
              try (NpzReader npz = NpzReader.open(path)) {
                npz.names().forEach(npz::get);
              }
            });
    assertTrue(failure.getMessage().contains(path.toString()), failure.getMessage());
    assertEquals(1, failure.getMessage().lines().count(), failure.getMessage());
    return failure.getMessage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "(1000000,1000000); has 2^31 values or more",
        "(0,65536,65536); has 2^31 values or more",
        "(4294967296,); not a number below 2^31",
        "(-2,-3); negative dimension -2",
        "(500000000,); needs 2000000",
        "(3,); needs 8",
        "(1,; malformed",
        "[6]; has fields",
        "(1.5,); not a number",
      })
  void shapesThatTheBytesDoNotHoldAreRefused(String shape, String reason) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }\n";
    String message = failure(zip("a.npy", npy(header, 8)));
    assertTrue(message.contains("array 'a'") && message.contains(reason), message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{'descr': '<f4'}",
        "{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (2,)}",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), 'more': True}",
        "{'descr': __import__('os').system('true'), 'fortran_order': False, 'shape': (2,)}",
        "{'descr': True, 'fortran_order': False, 'shape': (2,)}",
        "{'descr': '<f4', 'fortran_order': '<f4', 'shape': (2,)}",
      })
  void headersThatNumpyDoesNotWriteAreRefused(String header) throws IOException {
    String message = failure(zip("a.npy", npy(header, 8)));
    assertTrue(message.contains("malformed"), message);
  }

  @Test
  void aSlowHeaderIsRefusedFast() throws IOException {
    failure(zip("a.npy", npy("{" + "'a' : (".repeat(9000) + "}", 0)));
    failure(zip("a.npy", npy("{'shape': (" + " ".repeat(60000) + "}", 0)));
  }

  @Test
  void aHeaderThatClaimsGigabytesIsRefused() throws IOException {
    byte[] version2 = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1};
    assertTrue(failure(zip("a.npy", version2)).contains("claims 4294967295 bytes"));
    assertTrue(failure(zip("a.npy", Arrays.copyOf(version2, 9))).contains("cut off"));
    version2[6] = 9;
    assertTrue(failure(zip("a.npy", version2)).contains("version 9.0"));
    assertTrue(failure(zip("a.npy", new byte[0])).contains("not a .npy array"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../a.npy", "/a.npy", "b/a.npy", "b\\a.npy", "C:a.npy", ".npy", "a.txt"})
  void entryNamesThatArePathsOrNoArraysAreRefused(String name) throws IOException {
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";
    assertTrue(failure(zip(name, npy(header, 8))).contains("entry"));
  }

  @Test
  void entryNamesAndCommentsThatAreNotUtf8AreRefused() throws IOException {
    Path path = folder.resolve("bad.npz");
    ZipEntry entry = new ZipEntry("é.npy");
    entry.setComment("è");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(entry);
    }
    String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
    Files.writeString(
        path, bytes.replace("\u00c3\u00a8", "\u00ff\u00ff"), StandardCharsets.ISO_8859_1);
    String said = failure(path);
    // Newer versions of Java look at comments when they open an archive, too.
    assertTrue(said.contains("comment is damaged") || said.contains("not an .npz archive"), said);
    Files.writeString(
        path, bytes.replace("\u00c3\u00a9", "\u00ff\u00ff"), StandardCharsets.ISO_8859_1);
    assertTrue(failure(path).contains("not an .npz archive"));
  }

  @Test
  void anArrayThatAppearsTwiceIsRefused() throws IOException {
    Path path = folder.resolve("bad.npz");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
      zip.putNextEntry(new ZipEntry("aa.npy"));
      zip.putNextEntry(new ZipEntry("ab.npy"));
    }
    String bytes = Files.readString(path, StandardCharsets.ISO_8859_1).replace("ab.npy", "aa.npy");
    Files.writeString(path, bytes, StandardCharsets.ISO_8859_1);
    assertTrue(failure(path).contains("twice"));
  }

  @ParameterizedTest
  @CsvSource({"objects, Python objects", "big, big-endian", "fields, fields", "halves, '<f2'"})
  void otherTypesAreRefusedByName(String array, String reason) throws Exception {
    Path path = Path.of(HostileNpzTest.class.getResource("numpy-refused.npz").toURI());
    try (NpzReader npz = NpzReader.open(path)) {
      String message = assertThrows(InvalidInputException.class, () -> npz.get(array)).getMessage();
      assertTrue(message.contains("'" + array + "'") && message.contains(reason), message);
    }
  }

  @Test
  void whatIsNoArchiveIsNamed() throws IOException {
    assertTrue(failure(folder).contains("is a folder"));
    assertTrue(failure(folder.resolve("none.npz")).contains("no such file"));
    Path text = Files.writeString(folder.resolve("text.npz"), "hello");
    assertTrue(failure(text).contains("not an .npz archive"));
    assertTrue(failure(Files.write(text, new byte[0])).contains("not an .npz archive"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void everyTruncationIsRefused(boolean deflate) throws IOException {
    byte[] whole = NpzTest.archive(NpzTest.everyKind(), deflate);
    for (int length = 0; length < whole.length; length += 7) {
      Path path = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, length));
      failure(path);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noDamageGivesOtherNumbersOrAnotherException(boolean deflate) throws IOException {
    byte[] whole = NpzTest.archive(NpzTest.everyKind(), deflate);
    SplitMix64 random = new SplitMix64(7);
    for (int trial = 0; trial < 500; trial++) {
      byte[] damaged = whole.clone();
      damaged[(int) Long.remainderUnsigned(random.nextLong(), whole.length)] ^=
          (byte) (1 + Long.remainderUnsigned(random.nextLong(), 255));
      Path path = Files.write(folder.resolve("damaged.npz"), damaged);
      try (NpzReader npz = NpzReader.open(path)) {
        for (String name : npz.names()) {
          NpyArray array = npz.get(name);
          if (NpzTest.everyKind().containsKey(name)) {
            assertEquals(NpzTest.everyKind().get(name), array);
          }
        }
      } catch (InvalidInputException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }

  @Test
  void aBombOfZerosIsNotUnpackedIntoMemory() throws IOException {
    int values = 20_000_000;
    Path path = folder.resolve("bomb.npz");
    try (NpzWriter npz = NpzWriter.deflated(Files.newOutputStream(path))) {
      npz.addRows("a", 1000, values / 1000, row -> new float[values / 1000]);
    }
    assertTrue(Files.size(path) < 100_000);
    assertTrue(failure(path).contains("its 76 MiB are compressed to"), failure(path));
  }

  /** Each alone would be believed; together they are a bomb in pieces. */
  @Test
  void manySmallBombsAreOneLargeOne() throws IOException {
    Path path = folder.resolve("bombs.npz");
    try (NpzWriter npz = NpzWriter.deflated(Files.newOutputStream(path))) {
      for (int i = 0; i < 40; i++) {
        npz.addRows("a" + i, 100, 2500, row -> new float[2500]);
      }
    }
    assertTrue(failure(path).contains("its 38 MiB are compressed to"), failure(path));
  }

  /** Thousands of names for the same bytes: unpacked once each, they took minutes. */
  @Test
  void arraysThatShareTheirBytesAreRefused() throws IOException {
    Path one = folder.resolve("one.npz");
    try (NpzWriter npz = NpzWriter.deflated(Files.newOutputStream(one))) {
      npz.addRows("a0000", 1, 50_000, row -> new float[50_000]);
    }
    byte[] archive = Files.readAllBytes(one);
    int directory =
        ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
    byte[] record = Arrays.copyOfRange(archive, directory, archive.length - 22);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(archive, 0, directory);
    int entries = 500;
    for (int i = 0; i < entries; i++) {
      byte[] name = String.format(Locale.ROOT, "a%04d.npy", i).getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(name, 0, record, 46, name.length);
      out.writeBytes(record);
    }
    ByteBuffer end =
        ByteBuffer.wrap(Arrays.copyOfRange(archive, archive.length - 22, archive.length));
    end.order(ByteOrder.LITTLE_ENDIAN).putShort(8, (short) entries).putShort(10, (short) entries);
    out.writeBytes(end.putInt(12, entries * record.length).array());
    Path path = Files.write(folder.resolve("shared.npz"), out.toByteArray());
    assertTrue(failure(path).contains("so they share bytes"), failure(path));
  }

  /** Numbers are hardly compressed, whatever they are. */
  @Test
  void aLargeCompressedArrayOfNumbersIsRead() throws IOException {
    Path path = folder.resolve("large.npz");
    SplitMix64 random = Seed.root(1).stream();
    try (NpzWriter npz = NpzWriter.deflated(Files.newOutputStream(path))) {
      npz.addRows("a", 1100, 8000, row -> row % 20 == 0 ? random(random) : new float[8000]);
    }
    try (NpzReader npz = NpzReader.open(path)) {
      assertEquals(8_800_000, npz.get("a").size());
    }
  }

  private static float[] random(SplitMix64 random) {
    float[] values = new float[8000];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsNotWaitedFor() throws Exception {
    Path pipe = folder.resolve("pipe.npz");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertTrue(failure(pipe).contains("not a regular file")));
  }
}
