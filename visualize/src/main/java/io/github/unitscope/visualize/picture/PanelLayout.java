package io.github.unitscope.visualize.picture;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;

/** Where everything of a panel lies, relative to its upper left corner. */
final class PanelLayout {
  private final Panel panel;
  private final int magnification;
  private final int labelHeight;
  private final int cellWidth;
  private final TextBlock title;
  private final TextBlock subtitle;
  private final TextBlock legend;
  private final List<Double> limits;

  PanelLayout(Graphics2D graphics, Panel panel) {
    this.panel = panel;
    int smallestSide = Math.min(panel.shape().height(), panel.shape().width());
    this.magnification = Math.max(1, (Style.SMALLEST_TILE + smallestSide - 1) / smallestSide);
    this.limits = Legend.limits(panel);
    FontMetrics labels = graphics.getFontMetrics(Style.LABEL);
    this.labelHeight = hasLabels() ? labels.getAscent() + labels.getDescent() + 2 : 0;
    this.cellWidth = Math.max(tileWidth(), widestLabel(labels));
    this.title =
        new TextBlock(graphics, Style.PANEL_TITLE, Style.INK, List.of(panel.title()), width());
    this.subtitle =
        new TextBlock(graphics, Style.TEXT, Style.FAINT_INK, List.of(panel.subtitle()), width());
    this.legend =
        new TextBlock(graphics, Style.TEXT, Style.FAINT_INK, Legend.lines(panel, limits), width());
  }

  private boolean hasLabels() {
    return panel.scale().perTile() || panel.tiles().stream().anyMatch(t -> !t.label().isEmpty());
  }

  private int widestLabel(FontMetrics metrics) {
    int widest = 0;
    for (int i = 0; i < panel.tiles().size(); i++) {
      widest = Math.max(widest, metrics.stringWidth(label(i)));
    }
    return widest;
  }

  /** What is printed below a tile. */
  String label(int tile) {
    String label = panel.tiles().get(tile).label();
    return panel.scale().perTile()
        ? (label + "  ±" + Legend.number(limits.get(tile))).strip()
        : label;
  }

  double limit(int tile) {
    return limits.get(panel.scale().perTile() ? tile : 0);
  }

  int magnification() {
    return magnification;
  }

  TextBlock title() {
    return title;
  }

  TextBlock subtitle() {
    return subtitle;
  }

  TextBlock legend() {
    return legend;
  }

  private int tileWidth() {
    return panel.shape().width() * magnification;
  }

  private int tileHeight() {
    return panel.shape().height() * magnification;
  }

  /** Space for title and subtitle, the same in all panels so that their grids align. */
  int headerHeight() {
    return title.height() + subtitle.height() + Style.LINE_SPACING;
  }

  int width() {
    return panel.columns() * (cellWidth + Style.TILE_GAP) - Style.TILE_GAP;
  }

  /** The tile itself. */
  Rectangle tile(int index) {
    int x = index % panel.columns() * (cellWidth + Style.TILE_GAP);
    int y = index / panel.columns() * (tileHeight() + labelHeight + Style.TILE_GAP);
    return new Rectangle(x + (cellWidth - tileWidth()) / 2, y, tileWidth(), tileHeight());
  }

  /** The room for a tile's label, below it and as wide as its column. */
  Rectangle labelBox(int index) {
    Rectangle tile = tile(index);
    int x = index % panel.columns() * (cellWidth + Style.TILE_GAP);
    return new Rectangle(x, tile.y + tile.height, cellWidth, labelHeight);
  }

  int gridHeight() {
    return panel.rows() * (tileHeight() + labelHeight + Style.TILE_GAP) - Style.TILE_GAP;
  }

  int footerHeight() {
    return Style.BAR_HEIGHT + 2 * Style.LINE_SPACING + legend.height();
  }
}
