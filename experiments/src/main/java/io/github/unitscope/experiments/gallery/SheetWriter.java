package io.github.unitscope.experiments.gallery;

import io.github.unitscope.experiments.output.Output;
import io.github.unitscope.network.ImageShape;
import io.github.unitscope.provenance.RunFolder;
import io.github.unitscope.visualize.picture.AreaDownscale;
import io.github.unitscope.visualize.picture.Jpeg;
import io.github.unitscope.visualize.picture.Scale;
import io.github.unitscope.visualize.picture.SpriteSheet;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the sprite sheet of a view, file by file. Grey and small pictures go into PNG, larger ones
 * in colour into JPEG; both name the run.
 */
final class SheetWriter {
  /** Colour pictures with a shorter side are small enough for PNG. */
  private static final int SMALLEST_JPEG = 64;

  /** Shorter sides are magnified with sharp pixels. */
  private static final int SMOOTH = 64;

  private final RunFolder folder;
  private final String name;
  private final ImageShape image;
  private final ImageShape tile;
  private final boolean jpeg;
  private final SpriteSheet sheet;
  private final List<String> files = new ArrayList<>();

  /**
   * @param name of the files within the folder of sprites
   * @param image the shape of the images to come
   * @param tiles how many there will be, at least 1
   * @param longest side of a tile; larger images are made smaller
   */
  SheetWriter(RunFolder folder, String name, ImageShape image, int tiles, int longest) {
    this.folder = folder;
    this.name = name;
    this.image = image;
    ImageShape fit = AreaDownscale.fit(image, longest);
    this.jpeg = fit.channels() == 3 && Math.min(fit.height(), fit.width()) >= SMALLEST_JPEG;
    this.tile = jpeg ? wholeBlocks(fit) : fit;
    this.sheet = new SpriteSheet(tile, tiles, this::write);
  }

  private static ImageShape wholeBlocks(ImageShape shape) {
    return new ImageShape(
        shape.channels(),
        shape.height() / Jpeg.BLOCK * Jpeg.BLOCK,
        shape.width() / Jpeg.BLOCK * Jpeg.BLOCK);
  }

  /** Adds the next image. */
  void add(float[] values, Scale scale) {
    sheet.add(AreaDownscale.of(values, image, tile), scale);
  }

  private void write(BufferedImage page) {
    String file =
        String.format(Locale.ROOT, "sprites/%s-%d.%s", name, files.size(), jpeg ? "jpg" : "png");
    files.add(file);
    if (jpeg) {
      folder.write(file, path -> Jpeg.write(page, "unitscope:run " + folder.identity(), path));
    } else {
      Output.picture(folder, file, page);
    }
  }

  /** Where the tiles are, once all have been added. */
  Sheet sheet() {
    boolean pixelated = Math.max(tile.height(), tile.width()) < SMOOTH;
    return new Sheet(
        List.copyOf(files),
        sheet.tilesPerFile(),
        sheet.columns(),
        tile.width(),
        tile.height(),
        pixelated);
  }
}
