package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;

/** Draws figures. */
public final class FigureRenderer {
  /** 256 MB of memory; no screen or page shows as much. */
  private static final long MOST_PIXELS = 1L << 26;

  private FigureRenderer() {}

  /**
   * Draws a figure.
   *
   * @return an image in RGB
   * @throws InvalidInputException if it is too large, or text cannot be drawn here
   */
  public static BufferedImage render(Figure figure) {
    PanelGrid grid = new PanelGrid(figure.panels(), figure.columns());
    int content = Math.max(grid.width(), 600);
    TextBlock title = new TextBlock(Style.TITLE, Style.INK, List.of(figure.title()), content);
    TextBlock caption = new TextBlock(Style.TEXT, Style.INK, figure.caption(), content);
    int panelsTop = Style.MARGIN + title.height() + Style.LINE_SPACING;
    int captionTop = panelsTop + grid.height() + 2 * Style.LINE_SPACING;
    BufferedImage image =
        newImage(content + 2 * Style.MARGIN, captionTop + caption.height() + Style.MARGIN);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Style.BACKGROUND);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    title.draw(graphics, Style.MARGIN, Style.MARGIN);
    for (int i = 0; i < figure.panels().size(); i++) {
      drawPanel(
          image,
          graphics,
          figure.panels().get(i),
          grid.layout(i),
          Style.MARGIN + grid.left(i),
          panelsTop + grid.top(i),
          grid.header(i));
    }
    caption.draw(graphics, Style.MARGIN, captionTop);
    graphics.dispose();
    return image;
  }

  private static BufferedImage newImage(int width, int height) {
    if ((long) width * height > MOST_PIXELS) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a picture of %d x %d pixels is too large: show fewer units",
              width,
              height));
    }
    return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
  }

  private static void drawPanel(
      BufferedImage image,
      Graphics2D graphics,
      Panel panel,
      PanelLayout layout,
      int x,
      int top,
      int header) {
    layout.title().draw(graphics, x, top);
    layout.subtitle().draw(graphics, x, top + layout.title().height());
    int gridTop = top + header;
    for (int i = 0; i < panel.tiles().size(); i++) {
      if (panel.tiles().get(i).isBlank()) {
        continue;
      }
      Rectangle place = layout.tile(i);
      place.translate(x, gridTop);
      drawTile(image, panel, i, layout, place);
      if (panel.tiles().get(i).marked()) {
        drawMark(graphics, place);
      }
      Rectangle labelBox = layout.labelBox(i);
      labelBox.translate(x, gridTop);
      drawLabel(graphics, layout.label(i), labelBox);
    }
    int barTop = gridTop + layout.gridHeight() + 2 * Style.LINE_SPACING;
    if (panel.hasBar()) {
      drawBar(image, graphics, panel, x, barTop);
    }
    int keyTop = barTop + layout.barHeight();
    drawKey(graphics, panel, layout, x, keyTop);
    layout.legend().draw(graphics, x, keyTop + layout.keyHeight());
  }

  private static void drawKey(
      Graphics2D graphics, Panel panel, PanelLayout layout, int x, int top) {
    int ascent = Style.TEXT.ascent();
    for (int i = 0; i < panel.key().size(); i++) {
      Swatch entry = panel.key().get(i);
      Rectangle swatch = layout.swatch(i);
      swatch.translate(x, top);
      graphics.setColor(new Color(entry.rgb()));
      graphics.fill(swatch);
      graphics.setColor(Style.INK);
      int left = swatch.x + swatch.width + Style.LINE_SPACING;
      Style.TEXT.draw(graphics, entry.text(), left, swatch.y + ascent - 1);
    }
  }

  private static void drawTile(
      BufferedImage image, Panel panel, int index, PanelLayout layout, Rectangle place) {
    float[] values = panel.tiles().get(index).values();
    ImageShape shape = panel.shape();
    int factor = layout.magnification();
    for (int row = 0; row < shape.height(); row++) {
      for (int column = 0; column < shape.width(); column++) {
        int rgb = color(panel, values, row * shape.width() + column, layout.limit(index));
        int left = place.x + column * factor;
        int top = place.y + row * factor;
        for (int dy = 0; dy < factor; dy++) {
          for (int dx = 0; dx < factor; dx++) {
            image.setRGB(left + dx, top + dy, rgb);
          }
        }
      }
    }
  }

  private static int color(Panel panel, float[] values, int pixel, double limit) {
    int plane = panel.shape().height() * panel.shape().width();
    int rgb = 0;
    for (int i = 0; i < 3; i++) {
      float value = values[panel.shape().channels() == 1 ? pixel : i * plane + pixel];
      if (!Float.isFinite(value)) {
        return Style.NOT_FINITE.getRGB();
      }
      rgb = rgb << 8 | panel.scale().shade(value, limit);
    }
    return rgb;
  }

  private static void drawMark(Graphics2D graphics, Rectangle tile) {
    int right = tile.x + tile.width;
    graphics.setColor(Style.MARK);
    graphics.fillPolygon(
        new Polygon(
            new int[] {right - Style.MARK_SIZE, right, right},
            new int[] {tile.y, tile.y, tile.y + Style.MARK_SIZE},
            3));
  }

  private static void drawLabel(Graphics2D graphics, String label, Rectangle box) {
    graphics.setColor(Style.FAINT_INK);
    int x = box.x + (box.width - Style.LABEL.width(label)) / 2;
    Style.LABEL.draw(graphics, label, x, box.y + 1 + Style.LABEL.ascent());
  }

  private static void drawBar(
      BufferedImage image, Graphics2D graphics, Panel panel, int x, int top) {
    List<String> numbers = Legend.barNumbers(panel, Legend.limits(panel));
    graphics.setColor(Style.FAINT_INK);
    int baseline = top + Style.BAR_HEIGHT - Style.TEXT.descent() + 3;
    Style.TEXT.draw(graphics, numbers.get(0), x, baseline);
    int left = x + Style.TEXT.width(numbers.get(0)) + Style.LINE_SPACING;
    for (int i = 0; i < Style.BAR_WIDTH; i++) {
      double position = i / (Style.BAR_WIDTH - 1.0);
      boolean symmetric = panel.scale().kind() == Scale.Kind.SYMMETRIC;
      int shade =
          symmetric ? panel.scale().shade(2 * position - 1, 1) : (int) Math.round(255 * position);
      for (int dy = 0; dy < Style.BAR_HEIGHT; dy++) {
        image.setRGB(left + i, top + dy, shade * 0x010101);
      }
    }
    graphics.setStroke(Style.HAIRLINE);
    graphics.drawRect(left - 1, top - 1, Style.BAR_WIDTH + 1, Style.BAR_HEIGHT + 1);
    Style.TEXT.draw(
        graphics, numbers.get(2), left + Style.BAR_WIDTH + Style.LINE_SPACING, baseline);
    int middle = left + Style.BAR_WIDTH / 2;
    graphics.drawLine(middle, top + Style.BAR_HEIGHT, middle, top + Style.BAR_HEIGHT + 4);
    String zero = numbers.get(1);
    int below = top + Style.BAR_HEIGHT + 4 + Style.LABEL.ascent();
    Style.LABEL.draw(graphics, zero, middle - Style.LABEL.width(zero) / 2, below);
  }
}
