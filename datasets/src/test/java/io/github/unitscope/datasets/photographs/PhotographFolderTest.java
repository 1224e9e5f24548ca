package io.github.unitscope.datasets.photographs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.unitscope.network.message.InvalidInputException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PhotographFolderTest {
  @TempDir Path folder;

  private final List<String> warnings = new ArrayList<>();

  private void write(String name, byte[] bytes) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }

  private static byte[] png(int type) throws IOException {
    return Photographs.encoded(Photographs.blocks(40, 30, type, 1), "png");
  }

  private PhotographFolder read(boolean colour) {
    return PhotographFolder.read(folder, colour, 20, warnings::add);
  }

  private String failure() {
    String message = assertThrows(InvalidInputException.class, () -> read(false)).getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void readsPngAndJpegOfAllFoldersInTheOrderOfTheirNames() throws IOException {
    write("b.PNG", png(BufferedImage.TYPE_INT_RGB));
    write("within/a.jpeg", Photographs.encoded(Photographs.blocks(33, 44, 1, 2), "jpg"));
    write("notes.txt", new byte[9]);
    PhotographFolder read = read(true);
    assertEquals(
        List.of("b.PNG", "within/a.jpeg"), read.sources().stream().map(s -> s.name()).toList());
    assertEquals(44, read.pictures().get(1).height());
    assertEquals(33, read.pictures().get(1).width());
    assertEquals(3, read.pictures().get(1).channels());
    assertEquals(List.of(), warnings);
  }

  /** What claims more than its bytes can hold, and what Java would decode, but is no photograph. */
  @Test
  void whatIsNoPhotographIsNotDecoded() throws IOException {
    write("good.png", png(BufferedImage.TYPE_INT_RGB));
    byte[] bomb = png(BufferedImage.TYPE_INT_RGB);
    ByteBuffer header = ByteBuffer.wrap(bomb);
    header.putInt(16, 9000).putInt(20, 9000);
    CRC32 checksum = new CRC32();
    checksum.update(bomb, 12, 17);
    header.putInt(29, (int) checksum.getValue());
    write("bomb.png", bomb);
    write("map.png", Photographs.encoded(Photographs.blocks(40, 30, 1, 1), "bmp"));
    assertEquals(1, read(true).pictures().size());
    assertTrue(warnings.get(0).contains("bomb.png is left out: it claims 81000000 pixels"));
    assertTrue(warnings.get(1).contains("map.png is left out: it is not a PNG or JPEG file"));
  }

  @Test
  void whatIsBrokenIsLeftOutWithAWarningThatNamesIt() throws IOException {
    byte[] whole = png(BufferedImage.TYPE_INT_RGB);
    byte[] jpeg = Photographs.encoded(Photographs.blocks(90, 90, 1, 2), "jpg");
    write("good.png", whole);
    write("truncated.png", Arrays.copyOf(whole, whole.length / 2));
    write("truncated.jpg", Arrays.copyOf(jpeg, jpeg.length / 2));
    write("empty.jpg", new byte[0]);
    write("text.png", "this is no picture".getBytes(StandardCharsets.UTF_8));
    write("small.png", Photographs.encoded(Photographs.blocks(19, 90, 1, 2), "png"));
    write("flat.png", Photographs.encoded(new BufferedImage(40, 40, 1), "png"));
    Files.createDirectory(folder.resolve("folder.png"));
    assertEquals(1, read(false).pictures().size());
    assertEquals(6, warnings.size(), warnings.toString());
    for (String name :
        List.of(
            "truncated.png", "truncated.jpg", "empty.jpg", "text.png", "small.png", "flat.png")) {
      assertEquals(
          1, warnings.stream().filter(warning -> warning.contains(name)).count(), name + warnings);
    }
    assertTrue(warnings.get(2).contains("19×90"), warnings.toString());
  }

  /** It was left out without a word. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aNameOfTwoLinesIsUsedWithAWarning() throws IOException {
    write("two\nlines.png", png(BufferedImage.TYPE_INT_RGB));
    PhotographFolder read = read(false);
    assertEquals("two\nlines.png", read.sources().get(0).name());
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("control characters in its name"), warnings.toString());
  }

  /** Only on Windows is it what separates names. */
  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aBackslashIsPartOfAName() throws IOException {
    write("a\\b.png", png(BufferedImage.TYPE_INT_RGB));
    write("a/b.png", png(BufferedImage.TYPE_INT_RGB));
    assertEquals(
        List.of("a/b.png", "a\\b.png"), read(true).sources().stream().map(s -> s.name()).toList());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeIsLeftOutWithAWarning() throws Exception {
    write("good.png", png(BufferedImage.TYPE_INT_RGB));
    Path pipe = folder.resolve("pipe.png");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    assertTimeoutPreemptively(
        Duration.ofSeconds(10), () -> assertEquals(1, read(false).pictures().size()));
    assertEquals(1, warnings.size(), warnings.toString());
    assertTrue(warnings.get(0).contains("pipe.png is left out"), warnings.toString());
  }

  @Test
  void withoutAPhotographThatCanBeUsedItSaysWhatIsNeeded() throws IOException {
    assertTrue(failure().contains("no photograph that can be used"));
    write("empty.jpg", new byte[0]);
    assertTrue(failure().contains("20×20"));
    String missing =
        assertThrows(
                InvalidInputException.class,
                () -> PhotographFolder.read(folder.resolve("no"), false, 20, warnings::add))
            .getMessage();
    assertTrue(missing.contains("is not a folder"), missing);
  }

  @Test
  void greyIsTheLumaOfTheColours() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(7, 3, 0xFF8040);
    write("a.png", Photographs.encoded(image, "png"));
    float luma = read(false).pictures().get(0).planes()[0][3 * 40 + 7];
    assertEquals((0.299 * 255 + 0.587 * 128 + 0.114 * 64) / 255, luma, 1e-6);
    float[][] planes = read(true).pictures().get(0).planes();
    assertEquals(64 / 255f, planes[2][3 * 40 + 7], 1e-6f);
  }

  /**
   * A value is the same shade whether the file has one channel, three, four, a palette or 16 bits.
   */
  @Test
  void aShadeIsTheSameInEveryKindOfFile() throws IOException {
    int[] types = {
      BufferedImage.TYPE_INT_RGB,
      BufferedImage.TYPE_BYTE_GRAY,
      BufferedImage.TYPE_USHORT_GRAY,
      BufferedImage.TYPE_INT_ARGB
    };
    for (int type : types) {
      BufferedImage image = new BufferedImage(40, 30, type);
      if (type == BufferedImage.TYPE_INT_RGB || type == BufferedImage.TYPE_INT_ARGB) {
        image.setRGB(2, 1, 0xFF646464);
        image.setRGB(3, 1, 0xFFFFFFFF);
      } else {
        int factor = type == BufferedImage.TYPE_USHORT_GRAY ? 257 : 1;
        image.getRaster().setSample(2, 1, 0, 100 * factor);
        image.getRaster().setSample(3, 1, 0, 255 * factor);
      }
      write("a.png", Photographs.encoded(image, "png"));
      float[] plane = read(false).pictures().get(0).planes()[0];
      assertEquals(100 / 255f, plane[42], 1e-6f, "type " + type);
      assertEquals(1, plane[43], 1e-6f, "type " + type);
      assertEquals(0, plane[44], 0, "type " + type);
    }
  }

  @Test
  void palettesAndGreyJpegsAreRead() throws IOException {
    BufferedImage palette = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
    Graphics2D graphics = palette.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 20, 30);
    graphics.dispose();
    write("palette.png", Photographs.encoded(palette, "png"));
    BufferedImage grey = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
    for (int x = 0; x < 20; x++) {
      for (int y = 0; y < 30; y++) {
        grey.getRaster().setSample(x, y, 0, 100);
      }
    }
    write("grey.jpg", Photographs.encoded(grey, "jpg"));
    List<Picture> pictures = read(true).pictures();
    assertEquals(100 / 255f, pictures.get(0).planes()[1][45], 0.02f);
    assertArrayEquals(pictures.get(0).planes()[0], pictures.get(0).planes()[2]);
    assertEquals(1, pictures.get(1).planes()[2][0]);
    assertEquals(0, pictures.get(1).planes()[2][39]);
  }

  @Test
  void linksAreFollowedAndLoopsAreNamed() throws IOException {
    write("real/within/a.png", png(BufferedImage.TYPE_INT_RGB));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    Files.createSymbolicLink(folder.resolve("real/within/b.png"), Path.of("a.png"));
    Files.createSymbolicLink(folder.resolve("real/within/gone.png"), Path.of("nowhere.png"));
    Files.createSymbolicLink(folder.resolve("real/within/up"), Path.of(".."));
    PhotographFolder read = PhotographFolder.read(link, false, 20, warnings::add);
    assertEquals(
        List.of("within/a.png", "within/b.png"),
        read.sources().stream().map(s -> s.name()).toList());
    assertEquals(2, warnings.size(), warnings.toString());
    for (String name : List.of("gone.png", "within/up")) {
      assertTrue(warnings.stream().anyMatch(w -> w.contains(name)), name + warnings);
    }
  }

  @Test
  void alphaAndSixteenBitsLeaveTheShadesAsTheyAre() throws IOException {
    for (int space : new int[] {ColorSpace.CS_GRAY, ColorSpace.CS_sRGB}) {
      for (int type : new int[] {DataBuffer.TYPE_BYTE, DataBuffer.TYPE_USHORT}) {
        for (boolean alpha : new boolean[] {false, true}) {
          BufferedImage image = Photographs.empty(40, 30, space, alpha, type);
          int factor = type == DataBuffer.TYPE_BYTE ? 1 : 257;
          int colours = image.getColorModel().getNumColorComponents();
          for (int band = 0; band < colours; band++) {
            image.getRaster().setSample(2, 1, band, 100 * factor);
          }
          if (alpha) {
            image.getRaster().setSample(2, 1, colours, 50 * factor);
          }
          write("a.png", Photographs.encoded(image, "png"));
          String kind =
              String.format(Locale.ROOT, "space %d, type %d, alpha %s", space, type, alpha);
          for (float[] plane : read(true).pictures().get(0).planes()) {
            assertEquals(100 / 255f, plane[42], 1e-6f, kind);
            assertEquals(0, plane[43], kind);
          }
          assertEquals(100 / 255f, read(false).pictures().get(0).planes()[0][42], 1e-6f, kind);
        }
      }
    }
  }

  @Test
  void shadesOfFewBitsAreSpreadFromBlackToWhite() throws IOException {
    for (int bits : new int[] {1, 2, 4}) {
      int last = (1 << bits) - 1;
      BufferedImage image = Photographs.fewShades(40, 30, bits);
      image.getRaster().setSample(2, 1, 0, 1);
      image.getRaster().setSample(3, 1, 0, last);
      write("a.png", Photographs.encoded(image, "png"));
      float[] plane = read(false).pictures().get(0).planes()[0];
      assertEquals(1f / last, plane[42], 1e-6f, bits + " bits");
      assertEquals(1, plane[43], 1e-6f, bits + " bits");
    }
  }

  /** A viewer's correction for the screen is not a property of the shades. */
  @Test
  void theGammaThatAPngNamesIsNotApplied() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(2, 1, 0, 100);
    byte[] png = Photographs.encoded(image, "png");
    write("a.png", Photographs.withGamma(png, 100_000));
    assertEquals(100 / 255f, read(false).pictures().get(0).planes()[0][42], 1e-6f);
    assertEquals(List.of(), warnings);
  }

  @Test
  void inksAreLeftOutWithAWarning() throws IOException {
    write("good.png", png(BufferedImage.TYPE_INT_RGB));
    write("inks.jpg", Photographs.inks(40, 30));
    assertEquals(1, read(false).pictures().size());
    assertEquals(1, warnings.size());
    assertTrue(warnings.get(0).contains("inks.jpg is left out"), warnings.toString());
  }

  @Test
  void aPictureOfJustTheNeededSizeIsUsed() throws IOException {
    write("a.png", Photographs.encoded(Photographs.blocks(20, 20, 1, 1), "png"));
    assertEquals(1, read(false).pictures().size());
  }
}
