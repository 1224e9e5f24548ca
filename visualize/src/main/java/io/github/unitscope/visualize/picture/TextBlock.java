package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.message.PlainText;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** Text wrapped to a width; a word wider than that, such as a path or a hash, is broken. */
final class TextBlock {
  private final List<String> lines;
  private final Lettering lettering;
  private final Color color;

  /**
   * @param paragraphs wrapped one by one; empty ones are left out
   */
  TextBlock(Lettering lettering, Color color, List<String> paragraphs, int width) {
    this.lettering = lettering;
    this.color = color;
    this.lines = new ArrayList<>();
    paragraphs.stream().filter(text -> !text.isBlank()).forEach(text -> wrap(text, width));
  }

  private void wrap(String paragraph, int width) {
    String line = "";
    for (String word : PlainText.of(paragraph.strip()).split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (lettering.width(longer) <= width) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = breakWord(word, width);
    }
    lines.add(line);
  }

  /** Adds full lines of a word while it is wider than a line; returns what is left of it. */
  private String breakWord(String word, int width) {
    String rest = word;
    while (lettering.width(rest) > width) {
      int end = longestPrefix(rest, width);
      if (end == rest.length()) {
        break;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    return rest;
  }

  /** At least one character, so that breaking ends even where not one fits. */
  private int longestPrefix(String word, int width) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (lettering.width(word.substring(0, next)) > width) {
        break;
      }
      end = next;
    }
    return end;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  int height() {
    return lines.size() * lineHeight();
  }

  private int lineHeight() {
    return lettering.ascent() + lettering.descent() + Style.LINE_SPACING / 2;
  }

  /** Draws it with its upper left corner at a place. */
  void draw(Graphics2D graphics, int x, int y) {
    graphics.setColor(color);
    for (int i = 0; i < lines.size(); i++) {
      lettering.draw(graphics, lines.get(i), x, y + i * lineHeight() + lettering.ascent());
    }
  }
}
