package io.github.unitscope.visualize.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/** Sizes in pixels, fonts and colours of a figure: made for slides at twice the usual density. */
final class Style {
  static final int MARGIN = 40;
  static final int PANEL_GAP = 48;
  static final int TILE_GAP = 10;
  static final int LINE_SPACING = 8;

  /** Kept free beside a label: with less, the labels of a row read as one line. */
  static final int LABEL_GAP = 16;

  static final int SMALLEST_TILE = 84;
  static final int LARGEST_TILE = 420;
  static final int NARROWEST_PANEL = 400;
  static final int BAR_WIDTH = 180;
  static final int BAR_HEIGHT = 18;
  static final int BAR_TICK = 20;
  static final int MARK_SIZE = 18;
  static final int KEY_SWATCH = 20;
  static final int KEY_LINE = 28;

  static final Lettering TITLE = new Lettering(true, 32);
  static final Lettering PANEL_TITLE = new Lettering(true, 24);
  static final Lettering TEXT = new Lettering(false, 19);
  static final Lettering LABEL = new Lettering(false, 17);

  static final Color BACKGROUND = Color.WHITE;
  static final Color INK = new Color(0x22, 0x22, 0x22);
  static final Color FAINT_INK = new Color(0x66, 0x66, 0x66);
  static final Color MARK = new Color(0xFF, 0x7A, 0x00);

  /** Shown where a value is not a finite number: no shade of the scale looks like it. */
  static final Color NOT_FINITE = Color.MAGENTA;

  static final Stroke HAIRLINE = new BasicStroke(1);

  private Style() {}
}
