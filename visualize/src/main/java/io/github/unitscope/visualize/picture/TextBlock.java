package io.github.unitscope.visualize.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Text wrapped to a width. */
final class TextBlock {
  private final List<String> lines;
  private final Font font;
  private final Color color;
  private final FontMetrics metrics;

  /**
   * @param paragraphs wrapped one by one; empty ones are left out
   */
  TextBlock(Graphics2D graphics, Font font, Color color, List<String> paragraphs, int width) {
    this.font = font;
    this.color = color;
    this.metrics = graphics.getFontMetrics(font);
    this.lines = new ArrayList<>();
    paragraphs.stream().filter(text -> !text.isBlank()).forEach(text -> wrap(text, width));
  }

  private void wrap(String paragraph, int width) {
    String line = "";
    for (String word : paragraph.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && metrics.stringWidth(longer) > width) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
  }

  int height() {
    return lines.size() * lineHeight();
  }

  private int lineHeight() {
    return metrics.getAscent() + metrics.getDescent() + Style.LINE_SPACING / 2;
  }

  /** Draws it with its upper left corner at a place. */
  void draw(Graphics2D graphics, int x, int y) {
    graphics.setFont(font);
    graphics.setColor(color);
    for (int i = 0; i < lines.size(); i++) {
      graphics.drawString(lines.get(i), x, y + i * lineHeight() + metrics.getAscent());
    }
  }
}
