package io.github.unitscope.visualize.picture;

import java.awt.image.RenderedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * PNG files with texts in their metadata; equal images and texts give equal bytes.
 *
 * <p>A text is a {@code tEXt} chunk, or an {@code iTXt} chunk (UTF-8) where Latin-1 lacks one of
 * its characters: Java would write another character in its place and say nothing.
 */
public final class Png {
  private static final String FORMAT = "javax_imageio_png_1.0";
  private static final int LONGEST_KEYWORD = 79;

  private Png() {}

  /**
   * Writes an image to a file; one that exists is replaced.
   *
   * @param texts values by keyword: 1 to 79 printable Latin-1 characters, no space at either end
   * @throws IllegalArgumentException if a keyword is not of that form; nothing is written
   * @throws IOException if it cannot be written
   */
  public static void write(RenderedImage image, Map<String, String> texts, Path file)
      throws IOException {
    IIOMetadataNode nodes = textNodes(texts);
    try (OutputStream bytes = Files.newOutputStream(file)) {
      write(image, nodes, bytes);
    }
  }

  /**
   * Writes an image to a stream, which stays open.
   *
   * @param texts values by keyword: 1 to 79 printable Latin-1 characters, no space at either end
   * @throws IllegalArgumentException if a keyword is not of that form; nothing is written
   * @throws IOException if it cannot be written
   */
  public static void write(RenderedImage image, Map<String, String> texts, OutputStream bytes)
      throws IOException {
    write(image, textNodes(texts), bytes);
  }

  private static void write(RenderedImage image, IIOMetadataNode texts, OutputStream bytes)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(
              ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
      metadata.mergeTree(FORMAT, texts);
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode textNodes(Map<String, String> texts) {
    IIOMetadataNode latin = new IIOMetadataNode("tEXt");
    IIOMetadataNode international = new IIOMetadataNode("iTXt");
    new TreeMap<>(texts)
        .forEach(
            (keyword, value) -> {
              requireKeyword(keyword);
              if (isLatin(value)) {
                latin.appendChild(latinEntry(keyword, value));
              } else {
                international.appendChild(internationalEntry(keyword, value));
              }
            });
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    for (IIOMetadataNode kind : new IIOMetadataNode[] {latin, international}) {
      if (kind.hasChildNodes()) {
        root.appendChild(kind);
      }
    }
    return root;
  }

  private static IIOMetadataNode latinEntry(String keyword, String value) {
    IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
    entry.setAttribute("keyword", keyword);
    entry.setAttribute("value", value);
    return entry;
  }

  private static IIOMetadataNode internationalEntry(String keyword, String value) {
    IIOMetadataNode entry = new IIOMetadataNode("iTXtEntry");
    entry.setAttribute("keyword", keyword);
    entry.setAttribute("compressionFlag", "FALSE");
    entry.setAttribute("compressionMethod", "0");
    entry.setAttribute("languageTag", "");
    entry.setAttribute("translatedKeyword", "");
    entry.setAttribute("text", value);
    return entry;
  }

  private static boolean isLatin(String text) {
    return StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
  }

  private static void requireKeyword(String keyword) {
    boolean printable = keyword.chars().noneMatch(Character::isISOControl) && isLatin(keyword);
    boolean trimmed = keyword.equals(keyword.strip());
    if (keyword.isEmpty() || keyword.length() > LONGEST_KEYWORD || !printable || !trimmed) {
      throw new IllegalArgumentException("a PNG cannot have the keyword \"" + keyword + "\"");
    }
  }
}
