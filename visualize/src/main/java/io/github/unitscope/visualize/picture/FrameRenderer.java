package io.github.unitscope.visualize.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.List;

/** Draws the frames of an animation in the colours of {@link SignedPalette}. */
public final class FrameRenderer {
  private static final int MARGIN = 16;
  private static final int GAP = 4;
  private static final int TILE = 56;

  /** Of images in frames with many rows, which would not fit on a screen. */
  private static final int SMALL_TILE = 28;

  private static final int MANY_ROWS = 12;
  private static final int LINE = 20;
  private static final int NARROWEST = 280;
  private static final int BAR_WIDTH = 2 * SignedPalette.SIGNED / 3;
  private static final int BAR_HEIGHT = 12;
  private static final Lettering TITLE = new Lettering(true, 16);
  private static final Lettering TEXT = new Lettering(false, 13);

  private final Frame frame;
  private final int labelWidth;
  private final BufferedImage text;
  private final BufferedImage image;

  private FrameRenderer(Frame frame) {
    this.frame = frame;
    this.labelWidth = labelWidth(frame.strips());
    int tiles = frame.strips().stream().mapToInt(this::tileWidth).max().orElse(0);
    int width = labelWidth + frame.columns().size() * (tiles + GAP);
    int rows = frame.strips().stream().mapToInt(strip -> tileHeight(strip) + GAP).sum();
    int height = 3 * LINE + rows + (frame.hasScale() ? 2 * LINE : 0);
    this.text =
        new BufferedImage(
            Math.max(Math.max(width, NARROWEST), TITLE.width(frame.title())) + 2 * MARGIN,
            height + 2 * MARGIN,
            BufferedImage.TYPE_BYTE_GRAY);
    this.image =
        new BufferedImage(
            text.getWidth(),
            text.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            SignedPalette.COLORS);
  }

  /**
   * Draws a frame.
   *
   * @return an image with a palette; frames with the same rows and columns give images of one size
   * @throws io.github.unitscope.network.message.InvalidInputException if text cannot be drawn here
   */
  public static BufferedImage render(Frame frame) {
    FrameRenderer renderer = new FrameRenderer(frame);
    renderer.draw();
    return renderer.image;
  }

  private static int labelWidth(List<Strip> strips) {
    int widest = strips.stream().mapToInt(strip -> TEXT.width(strip.label())).max().orElse(0);
    return widest + 3 * GAP;
  }

  private int factor(Strip strip) {
    int tile = frame.strips().size() > MANY_ROWS ? SMALL_TILE : TILE;
    return Math.max(1, tile / Math.max(strip.height(), strip.width()));
  }

  private int tileWidth(Strip strip) {
    return factor(strip) * strip.width();
  }

  private int tileHeight(Strip strip) {
    return factor(strip) * strip.height();
  }

  private void draw() {
    int cell = frame.strips().stream().mapToInt(this::tileWidth).max().orElse(0) + GAP;
    drawTexts(cell);
    toGreys();
    int top = MARGIN + 3 * LINE;
    for (Strip strip : frame.strips()) {
      for (int i = 0; i < strip.images().size(); i++) {
        drawTile(strip, i, MARGIN + labelWidth + i * cell, top);
      }
      top += tileHeight(strip) + GAP;
    }
    if (frame.hasScale()) {
      drawBar(top + LINE);
    }
  }

  private void drawTexts(int cell) {
    Graphics2D graphics = text.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, text.getWidth(), text.getHeight());
    graphics.setColor(Color.BLACK);
    TITLE.draw(graphics, frame.title(), MARGIN, MARGIN + 14);
    TEXT.draw(graphics, frame.subtitle(), MARGIN, MARGIN + LINE + 14);
    int top = MARGIN + 3 * LINE;
    for (int i = 0; i < frame.columns().size(); i++) {
      String label = frame.columns().get(i);
      int x = MARGIN + labelWidth + i * cell + (cell - GAP - TEXT.width(label)) / 2;
      TEXT.draw(graphics, label, x, top - 5);
    }
    for (Strip strip : frame.strips()) {
      int baseline = top + tileHeight(strip) / 2 + TEXT.ascent() / 2;
      TEXT.draw(graphics, strip.label(), MARGIN, baseline);
      top += tileHeight(strip) + GAP;
    }
    if (frame.hasScale()) {
      drawNumbers(graphics, top + LINE);
    }
    graphics.dispose();
  }

  private String limitText() {
    return frame.hasScales() ? "own maximum" : Legend.number(frame.limit());
  }

  private int barLeft() {
    return MARGIN + TEXT.width("−" + limitText()) + 2 * GAP;
  }

  private void drawNumbers(Graphics2D graphics, int top) {
    int left = barLeft();
    int baseline = top + BAR_HEIGHT - 1;
    TEXT.draw(graphics, "−" + limitText(), MARGIN, baseline);
    TEXT.draw(graphics, "+" + limitText(), left + BAR_WIDTH + 2 * GAP, baseline);
    TEXT.draw(graphics, "0", left + (BAR_WIDTH - TEXT.width("0")) / 2, top - GAP);
    graphics.drawRect(left - 1, top - 1, BAR_WIDTH + 1, BAR_HEIGHT + 1);
  }

  private void toGreys() {
    WritableRaster to = image.getRaster();
    for (int y = 0; y < text.getHeight(); y++) {
      for (int x = 0; x < text.getWidth(); x++) {
        to.setSample(x, y, 0, SignedPalette.grey(text.getRaster().getSample(x, y, 0) / 255.0));
      }
    }
  }

  private void drawTile(Strip strip, int index, int left, int top) {
    float[] values = strip.images().get(index);
    double limit = strip.limit(index, frame.limit());
    int factor = factor(strip);
    WritableRaster to = image.getRaster();
    for (int y = 0; y < tileHeight(strip); y++) {
      for (int x = 0; x < tileWidth(strip); x++) {
        float value = values[y / factor * strip.width() + x / factor];
        to.setSample(left + x, top + y, 0, strip.color(value, limit));
      }
    }
  }

  private void drawBar(int top) {
    int left = barLeft();
    for (int x = 0; x < BAR_WIDTH; x++) {
      int color = SignedPalette.signed(2.0 * x / (BAR_WIDTH - 1) - 1, 1);
      for (int y = 0; y < BAR_HEIGHT; y++) {
        image.getRaster().setSample(left + x, top + y, 0, color);
      }
    }
  }
}
