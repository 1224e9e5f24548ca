package io.github.unitscope.visualize.picture;

import io.github.unitscope.network.message.InvalidInputException;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import org.bytedeco.javacpp.Loader;

/**
 * The font of every text in pictures and charts: DejaVu Sans, which comes along. So texts need no
 * installed font, nor the library fontconfig, and look the same on every machine.
 *
 * <p>Draw them as outlines, as {@link Lettering} does: what fills shapes is a part of Java, whose
 * version a manifest names; what draws glyphs is a library of the machine.
 */
public final class Fonts {
  private static final String CONFIGURATION = "sun.awt.fontconfig";

  private static Font plain;
  private static Font bold;

  private Fonts() {}

  /**
   * Makes sure that text can be drawn, which takes a tenth of a second once.
   *
   * @throws InvalidInputException if it cannot: Java's library for fonts is incomplete, or there is
   *     no place for temporary files
   */
  public static synchronized void require() {
    if (bold != null) {
      return;
    }
    try {
      load(
          cached("fontconfig.properties"), cached("DejaVuSans.ttf"), cached("DejaVuSans-Bold.ttf"));
    } catch (IOException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "no place for the font of pictures (%s): make room, or name a folder with"
                  + " UNITSCOPE_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=FOLDER",
              e.getMessage()),
          e);
    }
  }

  /** Java reads fonts from files only; those in an archive are unpacked once, as ND4J's code is. */
  private static File cached(String name) throws IOException {
    return Loader.cacheResource(Fonts.class, name);
  }

  private static void load(File configuration, File plainFile, File boldFile) throws IOException {
    try {
      // Without this, Java on Linux asks fontconfig for the installed fonts before it reads one
      // from
      // a file, and fails where there is no fontconfig or no font. Other systems have their own
      // way.
      if (System.getProperty("os.name").equals("Linux")) {
        System.setProperty(CONFIGURATION, configuration.getPath());
      }
      plain = read(plainFile);
      bold = read(boldFile).deriveFont(Font.BOLD);
    } catch (FontFormatException | LinkageError | InternalError | RuntimeException e) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "text cannot be drawn, since Java's library for fonts does not work here (%s): install"
                  + " what it needs (Debian: apt-get install libfreetype6 libharfbuzz0b)",
              rootOf(e).getMessage()),
          e);
    }
  }

  /** A font of one pixel, read and tried: what it takes to draw is loaded now. */
  private static Font read(File file) throws IOException, FontFormatException {
    Font font = Font.createFont(Font.TRUETYPE_FONT, file);
    font.createGlyphVector(new FontRenderContext(null, true, true), "x").getOutline();
    return font;
  }

  private static Throwable rootOf(Throwable error) {
    Throwable root = error;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /**
   * The font that stands for another one.
   *
   * @param other of which the size, in pixels, is kept, and whether it is bold
   * @throws InvalidInputException see {@link #require}
   */
  public static Font like(Font other) {
    return of(other.isBold(), other.getSize2D());
  }

  /** The font of a size in pixels. */
  static Font of(boolean isBold, float size) {
    require();
    return (isBold ? bold : plain).deriveFont(size);
  }
}
