package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;
import java.awt.Rectangle;
import java.util.List;

/** Where everything of a panel lies, relative to its upper left corner. */
final class PanelLayout {
  private final Panel panel;
  private final int magnification;
  private final int labelHeight;
  private final int cellWidth;
  private final int width;
  private final TextBlock title;
  private final TextBlock subtitle;
  private final TextBlock legend;
  private final List<Double> limits;

  PanelLayout(Panel panel) {
    this.panel = panel;
    this.magnification = magnification(panel.shape());
    this.limits = Legend.limits(panel);
    this.labelHeight = hasLabels() ? Style.LABEL.ascent() + Style.LABEL.descent() + 2 : 0;
    this.cellWidth = Math.max(tileWidth(), widestLabel() + Style.LABEL_GAP - Style.TILE_GAP);
    this.width = Math.max(gridWidth(), narrowest());
    this.title = new TextBlock(Style.PANEL_TITLE, Style.INK, List.of(panel.title()), width());
    this.subtitle = new TextBlock(Style.TEXT, Style.FAINT_INK, List.of(panel.subtitle()), width());
    this.legend = new TextBlock(Style.TEXT, Style.FAINT_INK, Legend.lines(panel, limits), width());
  }

  /** The smaller side gets its least size, unless the other one would become very long. */
  private static int magnification(ImageShape shape) {
    int smaller = Math.min(shape.height(), shape.width());
    int larger = Math.max(shape.height(), shape.width());
    int wanted = (Style.SMALLEST_TILE + smaller - 1) / smaller;
    return Math.max(1, Math.min(wanted, Style.LARGEST_TILE / larger));
  }

  /** The colour bar with its numbers, and text of some words a line, must fit one column too. */
  private int narrowest() {
    if (!panel.hasBar()) {
      return Style.NARROWEST_PANEL;
    }
    List<String> numbers = Legend.barNumbers(panel, limits);
    int ends = Style.TEXT.width(numbers.get(0)) + Style.TEXT.width(numbers.get(2));
    return Math.max(Style.NARROWEST_PANEL, ends + Style.BAR_WIDTH + 2 * Style.LINE_SPACING);
  }

  private boolean hasLabels() {
    return panel.scale().perTile() || panel.tiles().stream().anyMatch(t -> !t.label().isEmpty());
  }

  private int widestLabel() {
    int widest = 0;
    for (int i = 0; i < panel.tiles().size(); i++) {
      widest = Math.max(widest, Style.LABEL.width(label(i)));
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
    return width;
  }

  private int gridWidth() {
    int columns = Math.min(panel.columns(), panel.tiles().size());
    return columns * (cellWidth + Style.TILE_GAP) - Style.TILE_GAP;
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
    return 2 * Style.LINE_SPACING + barHeight() + keyHeight() + legend.height();
  }

  /** Height of the bar, its numbers and a gap; 0 without a bar. */
  int barHeight() {
    return panel.hasBar() ? Style.BAR_HEIGHT + Style.BAR_TICK + Style.LINE_SPACING : 0;
  }

  /** The square of a colour of the key, below the bar. */
  Rectangle swatch(int index) {
    return new Rectangle(0, index * Style.KEY_LINE, Style.KEY_SWATCH, Style.KEY_SWATCH);
  }

  int keyHeight() {
    return panel.key().size() * Style.KEY_LINE;
  }
}
