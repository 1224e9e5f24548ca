package io.github.unitscope.visualize.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureRendererTest {
  private static final int MAGENTA = 0xFF00FF;
  private static final int ORANGE = 0xFF7A00;

  @TempDir Path folder;

  private static float[] noise(int size, long seed) {
    Random random = new Random(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static Panel panel(ImageShape shape, int tiles, int columns, Scale scale) {
    List<Tile> all = new ArrayList<>();
    for (int i = 0; i < tiles; i++) {
      all.add(new Tile(noise(shape.size(), i), "#" + i, false));
    }
    return new Panel("title", "some settings", shape, all, columns, scale);
  }

  private static BufferedImage render(Panel... panels) {
    return FigureRenderer.render(new Figure("A figure", List.of(panels), List.of("a caption")));
  }

  private static BufferedImage render(float[] values, ImageShape shape, boolean marked) {
    Tile tile = new Tile(values, "#7", marked);
    return render(new Panel("title", "", shape, List.of(tile), 1, Scale.PER_TILE));
  }

  private static long count(BufferedImage image, IntPredicate color) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    return IntStream.of(pixels).map(rgb -> rgb & 0xFFFFFF).filter(color).count();
  }

  private static PanelLayout layout(Panel panel) {
    return new PanelLayout(panel);
  }

  @Test
  void zeroIsGreyAndNoOtherShadeInATileOfZeros() {
    BufferedImage image = render(new float[12 * 12], ImageShape.grey(12, 12), false);
    assertTrue(count(image, rgb -> rgb == 0x808080) >= 84 * 84);
  }

  @ParameterizedTest
  @CsvSource({"1, 28, 28, 36, 6", "1, 12, 12, 1, 1", "3, 10, 20, 5, 4", "1, 1, 784, 3, 2"})
  void tilesAndLabelsNeverOverlapAndStayInThePanel(
      int channels, int height, int width, int tiles, int columns) {
    Panel panel = panel(new ImageShape(channels, height, width), tiles, columns, Scale.PER_TILE);
    PanelLayout layout = layout(panel);
    List<Rectangle> boxes = new ArrayList<>();
    for (int i = 0; i < tiles; i++) {
      boxes.add(layout.tile(i));
      boxes.add(layout.labelBox(i));
    }
    Rectangle grid = new Rectangle(0, 0, layout.width(), layout.gridHeight());
    for (int i = 0; i < boxes.size(); i++) {
      assertTrue(grid.contains(boxes.get(i)), "box " + i);
      for (int j = 0; j < i; j++) {
        assertFalse(boxes.get(i).intersects(boxes.get(j)), i + " and " + j);
      }
    }
    assertTrue(layout.tile(0).width <= 784 && layout.tile(0).height >= layout.magnification());
  }

  @Test
  void labelsOfARowStandApartWhereTheyAreWiderThanTheirTiles() {
    List<Tile> tiles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      tiles.add(new Tile(noise(784, i), String.valueOf(1000 + i), false));
    }
    Panel panel = new Panel("t", "", ImageShape.grey(28, 28), tiles, 3, Scale.PER_TILE);
    PanelLayout layout = layout(panel);
    int pitch = layout.labelBox(1).x - layout.labelBox(0).x;
    for (int i = 0; i < 6; i++) {
      int text = Style.LABEL.width(layout.label(i));
      assertTrue(text > layout.tile(i).width, "a label that is wider than its tile");
      assertTrue(pitch - text >= Style.LABEL_GAP, layout.label(i));
    }
  }

  @Test
  void oneTileLeavesRoomForItsColourBarAndText() {
    assertTrue(layout(panel(ImageShape.grey(28, 28), 1, 1, Scale.SHARED)).width() >= 360);
    assertEquals(
        layout(panel(ImageShape.grey(28, 28), 2, 2, Scale.SHARED)).width(),
        layout(panel(ImageShape.grey(28, 28), 2, 50, Scale.SHARED)).width(),
        "columns that have no tile take no room");
  }

  @Test
  void everyPixelOfATileIsASquareOfItsShade() {
    ImageShape shape = ImageShape.grey(5, 7);
    Panel panel = panel(shape, 1, 1, Scale.SHARED);
    int factor = layout(panel).magnification();
    BufferedImage image = render(panel);
    float[] values = panel.tiles().get(0).values();
    double limit = panel.scale().limit(panel.tiles());
    int[] corner = corner(image, panel, values, limit);
    for (int row = 0; row < 5 * factor; row++) {
      for (int column = 0; column < 7 * factor; column++) {
        int shade = panel.scale().shade(values[row / factor * 7 + column / factor], limit);
        int rgb = image.getRGB(corner[0] + column, corner[1] + row) & 0xFFFFFF;
        assertEquals(shade * 0x010101, rgb);
      }
    }
  }

  /** The first place below the margin where the tile's first shade begins, a whole square of it. */
  private static int[] corner(BufferedImage image, Panel panel, float[] values, double limit) {
    int shade = panel.scale().shade(values[0], limit) * 0x010101;
    int x = Style.MARGIN + layout(panel).tile(0).x;
    for (int y = Style.MARGIN; y < image.getHeight() - 6; y++) {
      boolean here = true;
      for (int dy = 0; dy < 6 && here; dy++) {
        for (int dx = 0; dx < 6 && here; dx++) {
          here = (image.getRGB(x + dx, y + dy) & 0xFFFFFF) == shade;
        }
      }
      if (here) {
        return new int[] {x, y};
      }
    }
    throw new AssertionError("the tile is not in the picture");
  }

  @Test
  void aTileThatDidNotConvergeIsMarkedAndTheLegendSaysSo() {
    float[] values = noise(144, 1);
    ImageShape shape = ImageShape.grey(12, 12);
    assertEquals(0, count(render(values, shape, false), rgb -> rgb == ORANGE));
    assertTrue(count(render(values, shape, true), rgb -> rgb == ORANGE) > 50);
    Panel marked =
        new Panel("t", "", shape, List.of(new Tile(values, "", true)), 1, Scale.PER_TILE);
    assertEquals(
        List.of("orange corner: not converged, 1 of 1"),
        Legend.lines(marked, Legend.limits(marked)));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void valuesThatAreNoNumbersAreMagentaAndCounted(float value) {
    float[] values = noise(144, 1);
    values[17] = value;
    ImageShape shape = ImageShape.grey(12, 12);
    assertEquals(7 * 7, count(render(values, shape, false), rgb -> rgb == MAGENTA));
    Panel panel = new Panel("t", "", shape, List.of(new Tile(values, "", false)), 1, Scale.SHARED);
    List<String> lines = Legend.lines(panel, Legend.limits(panel));
    assertTrue(lines.contains("magenta: 1 value is not a finite number"), lines.toString());
    double share = panel.scale().clippedShare(panel.tiles(), panel.scale().limit(panel.tiles()));
    assertTrue(share <= 0.005, "a value that is not finite is not clipped: " + share);
  }

  @Test
  void colourImagesShowTheirChannels() {
    ImageShape shape = new ImageShape(3, 2, 2);
    float[] values = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0};
    Tile tile = new Tile(values, "", false);
    BufferedImage image = render(new Panel("t", "", shape, List.of(tile), 1, Scale.UNIT_INTERVAL));
    for (int rgb : new int[] {0xFF0000, 0x00FF00, 0x0000FF}) {
      assertEquals(42 * 42, count(image, color -> color == rgb));
    }
  }

  @Test
  void picturesTooLargeForAnyScreenAreRefused() {
    ImageShape shape = ImageShape.grey(1000, 1000);
    Tile tile = new Tile(new float[shape.size()], "", false);
    List<Tile> many = Collections.nCopies(100, tile);
    Panel panel =
        new Panel("t", "", shape, many, 10, new Scale(Scale.Kind.UNIT_INTERVAL, false, 1));
    assertThrows(InvalidInputException.class, () -> render(panel));
  }

  @Test
  void equalFiguresGiveEqualFilesThatCarryTheirTexts() throws Exception {
    Panel panel = panel(ImageShape.grey(28, 28), 4, 2, Scale.SHARED);
    Path first = folder.resolve("a.png");
    Path second = folder.resolve("b.png");
    Map<String, String> texts = Map.of("unitscope:manifest", "0123abcd", "Software", "unitscope");
    Png.write(render(panel), texts, first);
    Png.write(render(panel), texts, second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
    try (ImageInputStream in = ImageIO.createImageInputStream(first.toFile())) {
      reader.setInput(in);
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
      IIOMetadataNode entry = (IIOMetadataNode) root.getElementsByTagName("tEXtEntry").item(1);
      assertEquals("unitscope:manifest", entry.getAttribute("keyword"));
      assertEquals("0123abcd", entry.getAttribute("value"));
    } finally {
      reader.dispose();
    }
  }

  @Test
  void aKeyShowsItsColoursAndAPictureNoBar() {
    ImageShape shape = new ImageShape(3, 2, 2);
    List<Tile> tiles = List.of(new Tile(new float[12], "", false));
    Panel plain = new Panel("t", "", shape, tiles, 1, Scale.PICTURE);
    Panel keyed =
        new Panel(
            "t",
            "",
            shape,
            tiles,
            1,
            Scale.PICTURE,
            "",
            List.of(new Swatch(0x123456, "jaguar"), new Swatch(0x654321, "leopard")));
    Panel barred = new Panel("t", "", shape, tiles, 1, Scale.UNIT_INTERVAL);
    assertEquals(0, layout(plain).barHeight());
    assertTrue(layout(barred).barHeight() > 0);
    assertEquals(2 * Style.KEY_LINE, layout(keyed).footerHeight() - layout(plain).footerHeight());
    BufferedImage image = render(keyed);
    int swatch = Style.KEY_SWATCH * Style.KEY_SWATCH;
    assertEquals(swatch, count(image, rgb -> rgb == 0x123456));
    assertEquals(swatch, count(image, rgb -> rgb == 0x654321));
  }
}
