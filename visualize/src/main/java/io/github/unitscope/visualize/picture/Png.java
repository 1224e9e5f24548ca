package io.github.unitscope.visualize.picture;

import java.awt.image.RenderedImage;
import java.io.IOException;
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

/** PNG files with texts in their metadata; equal images and texts give equal bytes. */
public final class Png {
  private static final String FORMAT = "javax_imageio_png_1.0";

  private Png() {}

  /**
   * Writes an image.
   *
   * @param texts keywords (1 to 79 Latin-1 characters) and values of {@code tEXt} chunks
   * @throws IOException if it cannot be written
   */
  public static void write(RenderedImage image, Map<String, String> texts, Path file)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            ImageTypeSpecifier.createFromRenderedImage(image), writer.getDefaultWriteParam());
    metadata.mergeTree(FORMAT, textNodes(texts));
    try (var bytes = Files.newOutputStream(file);
        ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(new IIOImage(image, null, metadata));
    } finally {
      writer.dispose();
    }
  }

  private static IIOMetadataNode textNodes(Map<String, String> texts) {
    IIOMetadataNode all = new IIOMetadataNode("tEXt");
    new TreeMap<>(texts)
        .forEach(
            (keyword, value) -> {
              IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
              entry.setAttribute("keyword", keyword);
              entry.setAttribute("value", value);
              all.appendChild(entry);
            });
    IIOMetadataNode root = new IIOMetadataNode(FORMAT);
    root.appendChild(all);
    return root;
  }
}
