package io.github.unitscope.provenance.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.message.InvalidInputException;
import io.github.unitscope.visualize.picture.Gif;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileComparerTest {
  private static final double TOLERANCE = 1e-4;

  @TempDir Path folder;

  private FileComparison compare(String name) {
    return FileComparer.of(name, TOLERANCE).compare(name, left(name), right(name));
  }

  private Path left(String name) {
    return folder.resolve("left-" + name);
  }

  private Path right(String name) {
    return folder.resolve("right-" + name);
  }

  private FileComparison tables(String one, String other) throws IOException {
    Files.writeString(left("table.csv"), one);
    Files.writeString(right("table.csv"), other);
    return compare("table.csv");
  }

  @Test
  void numbersOfTablesAreComparedByValue() throws IOException {
    assertEquals(Verdict.CLOSE, tables("a,b\n1,NaN\n", "a,b\n1.00001,NaN\n").verdict());
    assertEquals(Verdict.DIFFERENT, tables("a,b\n1,2\n", "a,b\n1.1,2\n").verdict());
    assertEquals(Verdict.DIFFERENT, tables("a\nNaN\n", "a\n1\n").verdict());
    assertEquals(Verdict.DIFFERENT, tables("", "a\n1\n").verdict());
  }

  @Test
  void aTableThatIsOnlyWrittenOtherwiseSaysSo() throws IOException {
    FileComparison quoted = tables("a\n\"x\"\n1.0\n", "a\nx\n1\n");
    assertEquals(Verdict.CLOSE, quoted.verdict());
    assertEquals(
        List.of("all cells are equal; only how they are written differs"), quoted.details());
  }

  @Test
  void cellsBeyondTheTitlesCount() throws IOException {
    FileComparison longer = tables("a\n1,2\n", "a\n1,3\n");
    assertEquals(Verdict.DIFFERENT, longer.verdict());
    assertTrue(longer.details().get(0).startsWith("column 2: largest difference 1"), "" + longer);
    assertEquals(Verdict.DIFFERENT, tables("a\n1,x\n", "a\n1\n").verdict());
  }

  private static BufferedImage grey(int level) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64; i++) {
      image.getRaster().setSample(i % 8, i / 8, 0, level);
    }
    return image;
  }

  @Test
  void framesOfAnimationsAreComparedByTheirPixels() throws IOException {
    gif(left("a.gif"), "one", 100, 150);
    gif(right("a.gif"), "other", 100, 150);
    FileComparison packed = compare("a.gif");
    assertEquals(Verdict.CLOSE, packed.verdict());
    assertTrue(packed.details().get(0).startsWith("all pixels are equal"), packed.toString());
    gif(right("a.gif"), "one", 100, 151);
    assertEquals(Verdict.CLOSE, compare("a.gif").verdict());
    gif(right("a.gif"), "one", 100, 250);
    FileComparison other = compare("a.gif");
    assertEquals(Verdict.DIFFERENT, other.verdict());
    assertEquals(
        List.of("largest difference 100 of 255 levels, 64 of 128 pixels"), other.details());
    gif(right("a.gif"), "one", 100, 150, 150);
    assertEquals(List.of("2 and 3 pictures"), compare("a.gif").details());
  }

  private static void gif(Path file, String comment, Integer... levels) throws IOException {
    Files.deleteIfExists(file);
    new Gif(10, 10, comment).write(Stream.of(levels).map(FileComparerTest::indexed).toList(), file);
  }

  private static BufferedImage indexed(int level) {
    byte[] levels = {(byte) level, (byte) level};
    IndexColorModel palette = new IndexColorModel(8, 2, levels, levels, levels);
    return new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_INDEXED, palette);
  }

  /** Java knows it for a TIFF and counts the pictures of a chain that is a circle. */
  @Test
  void whatIsNoPictureOfItsNameIsNotDecoded() throws IOException {
    ByteBuffer tiff = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
    for (int next : new int[] {26, 8}) {
      tiff.putShort((short) 1).putShort((short) 256).putShort((short) 3).putInt(1).putInt(1);
      tiff.putInt(next);
    }
    byte[] circle = tiff.array();
    Files.write(left("a.png"), circle);
    ImageIO.write(grey(100), "png", right("a.png").toFile());
    assertRefused("a.png");
    Files.write(left("a.gif"), circle);
    gif(right("a.gif"), "one", 100);
    assertRefused("a.gif");
    ImageIO.write(grey(100), "jpg", left("a.png").toFile());
    assertRefused("a.png");
  }

  private void assertRefused(String name) {
    InvalidInputException e =
        assertTimeoutPreemptively(
            Duration.ofSeconds(10),
            () -> assertThrows(InvalidInputException.class, () -> compare(name)));
    assertTrue(
        e.getMessage().contains("not a picture of the format that its name says"), e.getMessage());
  }

  /** A row is in memory as a whole, and a file of one row would be. */
  @Test
  void aRowWithoutEndIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("row.csv"), "a\n" + "\"1\n\",".repeat(200_000));
    try (TableRows rows = TableRows.open(file)) {
      assertEquals(List.of("a"), rows.next());
      InvalidInputException e = assertThrows(InvalidInputException.class, rows::next);
      assertTrue(e.getMessage().contains("row of more than 262144 characters"), e.getMessage());
    }
  }

  @Test
  void linesAreCountedWhateverTheTitles() throws IOException {
    assertEquals(List.of("2 and 3 lines"), tables("a\n1\n", "b\n1\n2\n").details());
    assertEquals(List.of("different columns"), tables("a\n1\n", "b\n1\n").details());
    assertEquals(
        List.of("b, line 3: 'x' and '2'"), tables("a,b\n1,2\n1,x\n", "a,b\n1,2\n1,2\n").details());
  }

  @Test
  void jpegFilesAreComparedByTheirPixels() throws IOException {
    ImageIO.write(grey(100), "jpg", left("s.jpg").toFile());
    ImageIO.write(grey(101), "jpg", right("s.jpg").toFile());
    assertEquals(Verdict.CLOSE, compare("s.jpg").verdict());
    ImageIO.write(grey(120), "jpg", right("s.jpg").toFile());
    assertEquals(Verdict.DIFFERENT, compare("s.jpg").verdict());
  }
}
