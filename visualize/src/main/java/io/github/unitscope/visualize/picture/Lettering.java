package io.github.unitscope.visualize.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;

/**
 * How text looks: in which size of the font of {@link Fonts}.
 *
 * @param bold whether it is bold
 * @param size in pixels
 */
record Lettering(boolean bold, int size) {
  /** The units in which the font is designed: in this size its outlines are exact. */
  private static final float DESIGN = 2048;

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  /**
   * The width of a text in whole pixels.
   *
   * @throws io.github.unitscope.network.message.InvalidInputException if text cannot be drawn here
   */
  int width(String text) {
    return (int) Math.round(scale() * glyphs(text).getLogicalBounds().getWidth());
  }

  /** The height above the baseline. */
  int ascent() {
    return (int) Math.ceil(scale() * metrics().getAscent());
  }

  /** The height below the baseline. */
  int descent() {
    return (int) Math.ceil(scale() * metrics().getDescent());
  }

  /** Draws a text in the colour of the graphics, from a place on the baseline to the right. */
  void draw(Graphics2D graphics, String text, int x, int baseline) {
    AffineTransform place = AffineTransform.getTranslateInstance(x, baseline);
    place.scale(scale(), scale());
    Shape outline = place.createTransformedShape(glyphs(text).getOutline());
    Object before = graphics.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.fill(outline);
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, before);
  }

  private double scale() {
    return size / (double) DESIGN;
  }

  private Font font() {
    return Fonts.of(bold, DESIGN);
  }

  private GlyphVector glyphs(String text) {
    return font().createGlyphVector(EXACT, text);
  }

  private LineMetrics metrics() {
    return font().getLineMetrics("x", EXACT);
  }
}
