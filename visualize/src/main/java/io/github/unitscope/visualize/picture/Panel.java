package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;
import java.util.List;

/**
 * A grid of tiles of one kind.
 *
 * @param title a few words
 * @param subtitle one line of settings; may be empty
 * @param shape of every tile; 1 or 3 channels
 * @param tiles row after row; at least one
 * @param columns of the grid
 * @param scale how values become shades
 * @param mark what the corner of a marked tile says
 * @param key what the colours of a picture stand for; may be empty
 */
public record Panel(
    String title,
    String subtitle,
    ImageShape shape,
    List<Tile> tiles,
    int columns,
    Scale scale,
    String mark,
    List<Swatch> key) {

  /** A panel of what was maximized, where a marked tile has not converged. */
  public Panel(
      String title, String subtitle, ImageShape shape, List<Tile> tiles, int columns, Scale scale) {
    this(title, subtitle, shape, tiles, columns, scale, "not converged");
  }

  /** A panel whose colours need no explanation. */
  public Panel(
      String title,
      String subtitle,
      ImageShape shape,
      List<Tile> tiles,
      int columns,
      Scale scale,
      String mark) {
    this(title, subtitle, shape, tiles, columns, scale, mark, List.of());
  }

  /**
   * @throws IllegalArgumentException if there is no tile, or one has another shape
   */
  public Panel {
    tiles = List.copyOf(tiles);
    key = List.copyOf(key);
    if (tiles.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(tiles.size() + " tiles in " + columns + " columns");
    }
    Figure.requireDrawable(shape);
    for (Tile tile : tiles) {
      if (!tile.isBlank() && tile.values().length != shape.size()) {
        throw new IllegalArgumentException(tile.values().length + " values for a tile of " + shape);
      }
    }
  }

  /** Whether the scale needs a bar to be read. */
  boolean hasBar() {
    return scale.kind() != Scale.Kind.PICTURE;
  }

  /** How many rows the grid has. */
  int rows() {
    return (tiles.size() + columns - 1) / columns;
  }
}
