package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.ImageShape;
import io.github.unitscope.network.message.InvalidInputException;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Many small images as the tiles of few large ones, side by side without gaps: a browser loads one
 * file faster than hundreds.
 *
 * <p>Tile t is in file t / n of n tiles each, there at place p = t mod n: in column p mod c and row
 * p / c, with c columns. Only the file at hand is in memory.
 */
public final class SpriteSheet {
  /** No side of a file is longer, in pixels: telephones refuse to show much larger ones. */
  public static final int LONGEST_SIDE = 2048;

  private final ImageShape tile;
  private final int tiles;
  private final int columns;
  private final int tilesPerFile;
  private final Consumer<BufferedImage> files;
  private BufferedImage file;
  private int added;

  /**
   * @param tile the shape of every tile, of 1 or 3 channels
   * @param tiles how many there will be, at least 1
   * @param files gets every file as soon as it is full, the last one with its last tile
   * @throws IllegalArgumentException if a tile has other channels or is too large for a file
   */
  public SpriteSheet(ImageShape tile, int tiles, Consumer<BufferedImage> files) {
    if (tile.channels() != 1 && tile.channels() != 3) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "pictures have 1 channel, grey, or 3, red, green and blue: images of %d channels cannot be drawn",
              tile.channels()));
    }
    if (tiles < 1 || Math.max(tile.width(), tile.height()) > LONGEST_SIDE) {
      throw new IllegalArgumentException(tiles + " tiles of " + tile);
    }
    this.tile = tile;
    this.tiles = tiles;
    this.files = files;
    double square = Math.ceil(Math.sqrt((double) tiles * tile.height() / tile.width()));
    this.columns = (int) Math.max(1, Math.min(LONGEST_SIDE / tile.width(), square));
    this.tilesPerFile = columns * (LONGEST_SIDE / tile.height());
  }

  /** Tiles of a row. */
  public int columns() {
    return columns;
  }

  /** Tiles of every file but the last, which may have fewer. */
  public int tilesPerFile() {
    return tilesPerFile;
  }

  /**
   * Adds the next tile.
   *
   * @param values [channels × height × width], row-major; what is not a finite number is black
   * @param scale how they become shades; a limit is that of this tile alone
   * @throws IllegalArgumentException if there are other than that many values
   * @throws IllegalStateException if all tiles have been added
   */
  public void add(float[] values, Scale scale) {
    if (values.length != tile.size()) {
      throw new IllegalArgumentException(values.length + " values for a tile of " + tile);
    }
    if (added == tiles) {
      throw new IllegalStateException("all " + tiles + " tiles have been added");
    }
    int place = added % tilesPerFile;
    if (place == 0) {
      file = newFile(Math.min(tilesPerFile, tiles - added));
    }
    draw(values, scale, place % columns * tile.width(), place / columns * tile.height());
    added++;
    if (added % tilesPerFile == 0 || added == tiles) {
      files.accept(file);
      file = null;
    }
  }

  private BufferedImage newFile(int count) {
    int rows = (count + columns - 1) / columns;
    int type = tile.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    return new BufferedImage(columns * tile.width(), rows * tile.height(), type);
  }

  private void draw(float[] values, Scale scale, int left, int top) {
    double limit = scale.limit(List.of(new Tile(values, "", false)));
    // Not setRGB, which bends greys from one colour space to another.
    WritableRaster raster = file.getRaster();
    int plane = tile.height() * tile.width();
    for (int i = 0; i < values.length; i++) {
      int shade = Float.isFinite(values[i]) ? scale.shade(values[i], limit) : 0;
      int pixel = i % plane;
      raster.setSample(left + pixel % tile.width(), top + pixel / tile.width(), i / plane, shade);
    }
  }
}
